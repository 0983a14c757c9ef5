"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { deleteActAction, removeMeasureAction } from "#lib/acts/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";

interface Props {
  actId: number;
  revision: number;
  words: Record<"text" | "submit" | "sending", string>;
}

/** Throws the draft away. */
export function DeleteForm({ actId, revision, words }: Props) {
  const [state, send, pending] = useActionState(deleteActAction, idle);
  return (
    <form action={send} className="grid max-w-measure gap-4">
      <FormOutcome state={state} id="delete" />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      <p>{words.text}</p>
      <div>
        <Button type="submit" kind="danger" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}

interface RemoveProps {
  actId: number;
  revision: number;
  position: number;
  /** What is removed, for those who hear the button alone. */
  of: string;
  label: string;
}

/** Takes one measure out of the plan. */
export function RemoveMeasure({ actId, revision, position, of, label }: RemoveProps) {
  const [state, send, pending] = useActionState(removeMeasureAction, idle);
  return (
    <form action={send}>
      <FormOutcome state={state} id={`remove-${position}`} />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="position" value={position} />
      <Button type="submit" kind="quiet" aria-label={of} aria-disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
