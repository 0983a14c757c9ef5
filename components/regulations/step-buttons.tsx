"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";

interface Props {
  /** Unique on the page. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  /** One button each: what it sends under `name`, its word, and the whole sentence for those who hear it. */
  buttons: readonly { name: string; value: string; label: string; says?: string; kind?: ButtonKind }[];
}

/** Buttons of one form that each do one step; they post without a script as well. */
export function StepButtons({ id, action, hidden, buttons }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="inline-grid gap-2 print:hidden">
      {state.status === "refused" ? <FormOutcome state={state} id={id} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap gap-2">
        {buttons.map(({ name, value, label, says, kind = "quiet" }) => (
          <Button
            key={value}
            type="submit"
            kind={kind}
            name={name}
            value={value}
            aria-label={says}
            aria-disabled={pending}
          >
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
