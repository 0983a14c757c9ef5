"use client";

import { type ReactNode, useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import type { EntryKey } from "#lib/entry/schema.ts";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";
import { KeyFields } from "./key-fields.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  entryKey: EntryKey;
  words: { send: string; sending: string };
  kind?: ButtonKind;
  children?: ReactNode;
}

/** A button that does one thing with the draft of a class, with or without scripts. */
export function EntryForm({ id, action, entryKey, words, kind = "secondary", children }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid gap-2">
      <FormOutcome state={state} id={id} />
      <KeyFields of={entryKey} />
      {children}
      <div>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
