"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { endOtherSessions } from "#lib/people/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";

/** Ends every session but this one. `alone` stands instead of the button when there is no other. */
export function EndOtherSessions({ label, alone }: { label: string; alone: string | null }) {
  const [state, send, pending] = useActionState(endOtherSessions, idle);
  return (
    <form action={send} className="grid justify-items-start gap-4">
      <FormOutcome state={state} id="end-others" />
      {alone === null ? (
        <Button type="submit" disabled={pending}>
          {label}
        </Button>
      ) : (
        <p>{alone}</p>
      )}
    </form>
  );
}
