"use client";

import { useActionState } from "react";
import { type FieldSpec, FormFields } from "#components/submissions/form-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type FormState, fieldWords, idle } from "#lib/platform/access/form-state.ts";

interface Props {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  fields: readonly FieldSpec[];
  addressees: {
    label: string;
    choices: readonly { value: string; label: string }[];
    chosen: readonly string[];
  };
  words: { send: string; sending: string };
}

/** A line's words, performer and day, and for whom it is. */
export function ContentForm({ id, action, hidden, fields, addressees, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  const before = "values" in state ? state.values.addressees : undefined;
  return (
    <form action={submit} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormFields id={id} fields={fields} state={state} />
      <ChoiceGroup
        id={`${id}-addressees`}
        name="addressees[]"
        label={addressees.label}
        choices={addressees.choices}
        chosen={Array.isArray(before) ? before : addressees.chosen}
        error={fieldWords(state, "addressees")}
      />
      <div>
        <Button type="submit" kind="secondary" aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
