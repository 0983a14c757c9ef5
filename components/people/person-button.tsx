"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { endSessions, inviteAgain, switchPerson } from "#lib/people/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { type LinkWords, OneTimeLink } from "./one-time-link.tsx";

const actions = { endSessions, inviteAgain, switchPerson };

interface Props {
  action: keyof typeof actions;
  personId: number;
  /** Only for switching: on or off. */
  on?: "yes" | "no";
  kind?: ButtonKind;
  label: string;
  link?: LinkWords;
}

/** A single step about a person: its button, and what became of it. */
export function PersonButton({ action, personId, on, kind = "secondary", label, link }: Props) {
  const [state, send, pending] = useActionState(actions[action], idle);
  return (
    <form action={send} className="grid justify-items-start gap-4">
      <FormOutcome state={state} id={action} />
      {link && state.status === "done" ? (
        <OneTimeLink link={String(state.params?.link)} words={link} />
      ) : null}
      <input type="hidden" name="personId" value={personId} />
      {on ? <input type="hidden" name="on" value={on} /> : null}
      <Button kind={kind} type="submit" disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
