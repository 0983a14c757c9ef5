"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import type { EntryAction } from "./entry.tsx";

/** Forgets a file that is not wanted and goes back to choosing one. */
export function DropDraft({
  action,
  draftId,
  words,
}: {
  action: EntryAction;
  draftId: number;
  words: string;
}) {
  const [, submit] = useActionState(action, idle);
  return (
    <form action={submit}>
      <input type="hidden" name="draftId" value={draftId} />
      <Button type="submit" kind="quiet">
        {words}
      </Button>
    </form>
  );
}
