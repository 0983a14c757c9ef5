"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import { deleteReportAction } from "#lib/reports/actions.ts";

interface Props {
  reportId: number;
  version: number;
  words: Record<"text" | "submit", string>;
}

/** Removes a draft that was never published. */
export function DeleteForm({ reportId, version, words }: Props) {
  const [state, send, pending] = useActionState(deleteReportAction, idle);
  return (
    <form action={send} className="grid max-w-measure gap-4">
      <FormOutcome state={state} id="delete" />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" value={version} />
      <p>{words.text}</p>
      <div>
        <Button type="submit" kind="danger" aria-disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
