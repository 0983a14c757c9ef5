"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { type FieldSpec, FormField } from "./form-field.tsx";

export type FormTarget = (state: FormState, form: FormData) => Promise<FormState>;
/** Verb of the button, the same while it works, and the way back. */
export interface FormWords {
  save: string;
  saving: string;
  cancel: string;
}

interface Props {
  /** Unique on the page; ids of fields are `{id}-{name}`. */
  id: string;
  action: FormTarget;
  words: FormWords;
  fields: readonly FieldSpec[];
  hidden?: Readonly<Record<string, string>>;
  back?: string;
  kind?: "primary" | "danger";
  /** Shown under a refusal: what stands in the database now. */
  current?: ReactNode;
}

/** A form whose fields its page describes as data: errors at the fields, what was typed is kept, posts without a script as well. */
export function ActionForm({
  id,
  action,
  words,
  fields,
  hidden = {},
  back,
  kind = "primary",
  current,
}: Props) {
  const [state, send, pending] = useActionState(action, idle);
  const answered = "values" in state;
  return (
    <form action={send} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id={id} />
      {state.status === "refused" ? current : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((spec) => (
        <FormField
          key={spec.name}
          id={`${id}-${spec.name}`}
          spec={spec}
          // A box that was left empty is not among the values at all.
          typed={typed(state, spec.name) ?? (spec.kind === "tick" && answered ? "" : undefined)}
          error={fieldWords(state, spec.name)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        {back ? <a href={back}>{words.cancel}</a> : null}
      </div>
    </form>
  );
}
