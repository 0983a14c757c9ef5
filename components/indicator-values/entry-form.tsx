"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

export interface EntryField {
  code: string;
  label: string;
  unit: string;
  /** As it is typed; "" when nothing is known. */
  value: string;
  version: number;
  hint: string;
  yesNo: boolean;
}

/** A form of entered values of one group; what is left empty is not known, which is never 0. Posts without a script as well. */
export function EntryForm(props: {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string | number>;
  fields: readonly EntryField[];
  words: { save: string; saving: string; note: string; yes: string; no: string; unknown: string };
}) {
  const { id, action, hidden, fields, words } = props;
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="grid gap-4" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {fields.map((field) => (
          <EntryInput key={field.code} id={id} field={field} state={state} words={words} />
        ))}
      </div>
      <Input
        id={`${id}-note`}
        name="note"
        label={words.note}
        width="full"
        error={fieldWords(state, "note")}
        defaultValue={typed(state, "note") ?? ""}
      />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}

function EntryInput(props: {
  id: string;
  field: EntryField;
  state: FormState;
  words: { yes: string; no: string; unknown: string };
}) {
  const { id, field, state, words } = props;
  const name = `f-${field.code}`;
  const shared = {
    ...{ id: `${id}-${name}`, name, label: field.label, note: field.unit, hint: field.hint },
    ...{ error: fieldWords(state, name), defaultValue: typed(state, name) ?? field.value },
  };
  return (
    <div>
      <input type="hidden" name={`n-${field.code}`} value={field.version} />
      {field.yesNo ? (
        <Select
          {...shared}
          width="short"
          options={[
            { value: "", label: words.unknown },
            { value: "1", label: words.yes },
            { value: "0", label: words.no },
          ]}
        />
      ) : (
        <Input {...shared} inputMode="decimal" width="short" />
      )}
    </div>
  );
}
