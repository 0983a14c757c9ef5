"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";

export type EntryAction = (state: FormState, form: FormData) => Promise<FormState>;

export interface EntryWords {
  save: string;
  saving: string;
  /** Heading over a refusal. */
  refused: string;
  cancel: string;
}

interface Props {
  action: EntryAction;
  words: EntryWords;
  /** Where the person goes without saving. */
  back?: string;
  kind?: "primary" | "danger";
  /** Before the ids of the fields, where a page has two forms with fields of one name. */
  idPrefix?: string;
  /** Beside a refusal: what stands in the registry now. */
  refusal?: (state: Extract<FormState, { status: "refused" }>) => ReactNode;
  children: (state: FormState) => ReactNode;
}

/**
 * A form that posts to an action, with or without scripts: what is wrong stands at its top and at the fields, what was
 * typed stays. Whoever cannot see the page is brought to the errors.
 */
export function Entry({ action, words, back, kind = "primary", idPrefix = "", refusal, children }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "invalid" || state.status === "refused") top.current?.focus();
  }, [state]);
  // A select keeps the value it was born with, so the fields are born anew with what was typed.
  const typed = "values" in state ? JSON.stringify([state.values, state.status]) : "";
  return (
    <form action={submit} className="grid max-w-measure gap-6" noValidate>
      <div ref={top} tabIndex={-1} className="grid gap-4 empty:hidden">
        {state.status === "invalid" ? (
          <ErrorSummary t={() => state.words.title} errors={errorsOf(state, idPrefix)} />
        ) : null}
        {state.status === "refused" ? (
          <Notice kind="risk" t={() => words.refused} role="alert">
            <p>{state.words}</p>
            {refusal?.(state)}
          </Notice>
        ) : null}
      </div>
      <div key={typed} className="grid gap-6">
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

/** The id of a field in the page: `label.3` is `label-3`. */
export function fieldId(name: string): string {
  return name.replaceAll(".", "-");
}

function errorsOf(state: Extract<FormState, { status: "invalid" }>, idPrefix: string) {
  return Object.entries(state.words.fields).map(([name, text]) => ({
    id: `${idPrefix}${fieldId(name)}`,
    text,
  }));
}
