"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import type { ResultsAction } from "./action-form.tsx";

interface Props {
  action: ResultsAction;
  from: number;
  to: number;
  /** False when no file of the drop is ready: then only the answer of the last press is shown. */
  ready: boolean;
  words: { apply: string; applying: string; hint: string };
}

/** Applies all files of a drop that are ready, and says what became of them. */
export function ApplyReady({ action, from, to, ready, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-3 empty:hidden">
      <FormOutcome state={state} id="ready" />
      {ready ? (
        <>
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="to" value={to} />
          <p className="field-hint">{words.hint}</p>
          <div>
            <Button type="submit" kind="primary" aria-disabled={pending}>
              {pending ? words.applying : words.apply}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
