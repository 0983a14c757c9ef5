"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { actOnFindingAction } from "#lib/checks/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

/** One thing that can be done, in words. */
export interface ActWords {
  act: string;
  /** On the fold: which finding it is about. */
  summary: string;
  field: string;
  note: string | undefined;
  button: string;
}

interface Props {
  findingId: number;
  version: number;
  acts: readonly ActWords[];
  sending: string;
}

/** What can be done about a finding, each under a line of its own; posts without a script as well. */
export function FindingActs({ findingId, version, acts, sending }: Props) {
  const [state, send, pending] = useActionState(actOnFindingAction, idle);
  const tried = typed(state, "act");
  const id = `finding-${findingId}`;
  return (
    <div className="grid gap-2 print:hidden">
      <FormOutcome state={state} id={tried ? `${id}-${tried}` : id} />
      {acts.map(({ act, summary, field, note, button }) => (
        <Fold key={act} summary={summary} open={tried === act}>
          <form action={send} className="grid max-w-measure gap-4" noValidate>
            <input type="hidden" name="findingId" value={findingId} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="act" value={act} />
            <Textarea
              id={`${id}-${act}-text`}
              name="text"
              label={field}
              note={note}
              rows={3}
              error={tried === act ? fieldWords(state, "text") : undefined}
              defaultValue={tried === act ? typed(state, "text") : ""}
            />
            <div>
              <Button type="submit" kind="primary" aria-disabled={pending}>
                {pending ? sending : button}
              </Button>
            </div>
          </form>
        </Fold>
      ))}
    </div>
  );
}
