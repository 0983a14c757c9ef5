"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";
import { type FieldSpec, FormFields } from "./form-fields.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string | number>>;
  fields?: readonly FieldSpec[];
  words: { send: string; sending: string };
  kind?: ButtonKind;
}

/** A form of plain fields that does one thing, with or without scripts. */
export function FieldsForm({ id, action, hidden = {}, fields = [], words, kind = "secondary" }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormFields id={id} fields={fields} state={state} />
      <div>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
