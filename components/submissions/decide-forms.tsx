"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import { moveSubmissionAction } from "#lib/submissions/actions.ts";
import { type FieldSpec, FormFields } from "./form-fields.tsx";

/** One decision that may be taken now. */
export interface DecisionForm {
  verb: string;
  send: string;
  hint: string;
  fields: readonly FieldSpec[];
  kind: ButtonKind;
  /** Under a line of its own, so that nobody does it in passing. */
  folded: boolean;
}

interface Props {
  place: { schoolId: number; workId: number; version: number };
  forms: readonly DecisionForm[];
  sending: string;
}

/**
 * The decisions of one page. They share one outcome above them, because the form that was sent is gone as soon as the
 * results stand on another step.
 */
export function DecideForms({ place, forms, sending }: Props) {
  const [state, submit, pending] = useActionState(moveSubmissionAction, idle);
  return (
    <div className="grid gap-6">
      <FormOutcome state={state} id="decide" />
      {forms.map((form) => {
        const inside = (
          <form key={form.verb} action={submit} className="grid max-w-measure gap-4" noValidate>
            {Object.entries({ ...place, verb: form.verb }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <p>{form.hint}</p>
            <FormFields id={`decide-${form.verb}`} fields={form.fields} state={state} />
            <div>
              <Button type="submit" kind={form.kind} aria-disabled={pending}>
                {pending ? sending : form.send}
              </Button>
            </div>
          </form>
        );
        return form.folded ? (
          <Fold key={form.verb} summary={form.send}>
            {inside}
          </Fold>
        ) : (
          inside
        );
      })}
    </div>
  );
}
