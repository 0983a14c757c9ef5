"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";

interface Props {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  label: string;
  /** Names the thing for those who hear one button after another. */
  about?: string;
  kind?: ButtonKind;
}

/** One button that does one thing, with what became of it. */
export function ButtonForm({ id, action, hidden, label, about, kind = "secondary" }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="grid gap-2">
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {label}
          {about ? <span className="sr-only">: {about}</span> : null}
        </Button>
      </span>
    </form>
  );
}
