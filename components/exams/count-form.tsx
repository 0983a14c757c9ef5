"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

/** Counts of people typed by hand; what is left empty is not known, which is never 0. Posts without a script as well. */
export function CountForm(props: {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string | number>;
  fields: readonly { name: string; label: string; value: number | null }[];
  words: { save: string; saving: string };
}) {
  const { id, action, hidden, fields, words } = props;
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="grid max-w-measure gap-4" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, value }) => (
        <Input
          key={name}
          id={`${id}-${name}`}
          name={name}
          label={label}
          error={fieldWords(state, name)}
          inputMode="numeric"
          width="short"
          defaultValue={typed(state, name) ?? (value === null ? "" : String(value))}
        />
      ))}
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
