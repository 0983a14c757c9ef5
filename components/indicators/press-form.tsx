"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import {
  adaptIndicatorAction,
  adoptVersionAction,
  dropDraftAction,
  dropLinkAction,
} from "#lib/indicators/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";

const actions = {
  adapt: adaptIndicatorAction,
  adoptVersion: adoptVersionAction,
  dropDraft: dropDraftAction,
  dropLink: dropLinkAction,
};

interface Props {
  press: keyof typeof actions;
  /** Unique on the page. */
  id: string;
  hidden: Readonly<Record<string, string>>;
  kind?: ButtonKind;
  label: string;
  working: string;
  /** Read after the label where many of the same stand on a page. */
  about?: string;
}

/** A decision of one press: a form with a button, so that it works without a script as well. */
export function PressForm({ press, id, hidden, kind = "secondary", label, working, about }: Props) {
  const [state, send, pending] = useActionState(actions[press], idle);
  return (
    <form action={send} className="grid gap-2 print:hidden">
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? working : label}
          {about ? <span className="sr-only">: {about}</span> : null}
        </Button>
      </div>
    </form>
  );
}
