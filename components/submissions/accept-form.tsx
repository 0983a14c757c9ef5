"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import { acceptManyAction } from "#lib/submissions/actions.ts";

/** Accepts the chosen rows of a table; the boxes stand in the table. */
export function AcceptForm({
  words,
  children,
}: {
  words: { send: string; sending: string };
  children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(acceptManyAction, idle);
  return (
    <form action={submit} className="grid gap-4" noValidate>
      <FormOutcome state={state} id="accept" />
      {children}
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
