"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { withdrawReportAction } from "#lib/reports/actions.ts";

interface Props {
  reportId: number;
  edition: number;
  words: Record<"text" | "reason" | "reasonHint" | "submit" | "sending", string>;
}

/** Takes an edition back, with a reason that everybody will read. */
export function WithdrawForm({ reportId, edition, words }: Props) {
  const [state, send, pending] = useActionState(withdrawReportAction, idle);
  const id = `withdraw-${edition}`;
  return (
    <form action={send} className="grid max-w-measure gap-4" noValidate>
      <FormOutcome state={state} id={id} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="edition" value={edition} />
      <p>{words.text}</p>
      <Textarea
        id={`${id}-reason`}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={fieldWords(state, "reason")}
        defaultValue={typed(state, "reason")}
        rows={2}
      />
      <div>
        <Button type="submit" kind="danger" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}
