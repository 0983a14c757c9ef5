"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { publishReportAction } from "#lib/reports/actions.ts";

interface Props {
  reportId: number;
  version: number;
  /** Of the preview that this person has seen. */
  fingerprint: string;
  /** What must be confirmed: key and sentence. */
  warnings: readonly { key: string; text: string }[];
  /** From the second edition on. */
  asksNote: boolean;
  words: Record<"tell" | "becomes" | "note" | "noteHint" | "confirm" | "submit" | "sending", string>;
}

/** The last step: what is confirmed, what has changed, and what becomes of it. */
export function PublishForm({ reportId, version, fingerprint, warnings, asksNote, words }: Props) {
  const [state, send, pending] = useActionState(publishReportAction, idle);
  const ticked = "values" in state ? [state.values.confirmed ?? []].flat() : [];
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="publish" />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      {warnings.length > 0 ? (
        <ChoiceGroup
          key={ticked.join()}
          id="publish-confirmed"
          name="confirmed[]"
          label={words.confirm}
          choices={warnings.map(({ key, text }) => ({ value: key, label: text }))}
          chosen={ticked}
        />
      ) : null}
      {asksNote ? (
        <Textarea
          id="publish-note"
          name="note"
          label={words.note}
          hint={words.noteHint}
          error={fieldWords(state, "note")}
          defaultValue={typed(state, "note")}
          rows={3}
        />
      ) : null}
      <div className="grid gap-2">
        <p className="font-semibold">{words.tell}</p>
        <p>{words.becomes}</p>
      </div>
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}
