"use client";

import { type ReactNode, useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";

export type ResultsAction = (state: FormState, form: FormData) => Promise<FormState>;

interface Props {
  /** Unique on the page. */
  id: string;
  action: ResultsAction;
  importId: number;
  words: { send: string; sending: string };
  kind?: ButtonKind;
  /** Beside the button. */
  children?: ReactNode;
}

/** A button that does one thing with an import, with or without scripts; a refusal stands above it. */
export function ActionForm({ id, action, importId, words, kind = "secondary", children }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-3">
      <FormOutcome state={state} id={id} />
      <input type="hidden" name="importId" value={importId} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
        {children}
      </div>
    </form>
  );
}
