"use client";

import { useActionState } from "react";
import type { ResultsAction } from "#components/results/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { fieldWords, idle } from "#lib/platform/access/form-state.ts";

interface Props {
  action: ResultsAction;
  importId: number;
  /** One a work; `chosen` stands there first and still has to be sent. */
  periods: readonly { name: string; label: string; chosen: string; options: readonly Option[] }[];
  /** What the file leaves open besides. */
  fields: readonly { name: "login" | "year"; label: string; hint: string }[];
  words: { send: string; sending: string };
}

/** Which column of the journal stands beside which work; answered from lists, works without scripts. */
export function JournalAnswers({ action, importId, periods, fields, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-6">
      <FormOutcome state={state} id="answer" />
      <input type="hidden" name="importId" value={importId} />
      {fields.map(({ name, label, hint }) => (
        <Input
          key={name}
          id={`answer-${name}`}
          name={name}
          label={label}
          hint={hint}
          error={fieldWords(state, name)}
        />
      ))}
      {periods.map(({ name, label, chosen, options }) => (
        <Select
          key={name}
          id={`answer-${name}`}
          name={name}
          label={label}
          options={options}
          defaultValue={chosen}
          error={fieldWords(state, name)}
        />
      ))}
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
