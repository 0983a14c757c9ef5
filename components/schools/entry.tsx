"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

export type EntryAction = (state: FormState, form: FormData) => Promise<FormState>;
export type Refused = Extract<FormState, { status: "refused" }>;

export interface EntryWords {
  save: string;
  saving: string;
  cancel: string;
}

interface Props {
  /** Unique on the page; ids of fields are `{id}-{name}`. */
  id: string;
  action: EntryAction;
  words: EntryWords;
  /** Where the person goes without saving. */
  back?: string;
  kind?: "primary" | "secondary" | "danger";
  /** Under a refusal: what stands in the registry now. */
  refusal?: (state: Refused) => ReactNode;
  children: (state: FormState) => ReactNode;
}

/**
 * A form that posts to an action, with or without scripts: what is wrong stands at its top and at the fields, what was
 * typed stays.
 */
export function Entry({ id, action, words, back, kind = "primary", refusal, children }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  // A select keeps the value it was born with, so the fields are born anew with what was typed.
  const born = "values" in state ? JSON.stringify([state.values, state.status]) : "";
  return (
    <form action={submit} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id={id} />
      {state.status === "refused" ? refusal?.(state) : null}
      <div key={born} className="grid gap-6">
        {children(state)}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        {back ? <a href={back}>{words.cancel}</a> : null}
      </div>
    </form>
  );
}

/** What a field of the form carries: its id, its name, what was typed before, and what is wrong with it. */
export function entryField(id: string, state: FormState, name: string, initial = "") {
  return {
    id: `${id}-${name}`,
    name,
    defaultValue: typed(state, name) ?? initial,
    error: fieldWords(state, name),
  };
}

/** The version on which the next try is made: after a conflict the one that stands now, because its values were shown. */
export function entryVersion(state: FormState, version: string | number): string | number {
  return (state.status === "refused" ? state.params.version : undefined) ?? version;
}
