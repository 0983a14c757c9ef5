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
  /** `chosen` stands there first and still has to be sent; without it, the first option does. */
  lists: readonly { name: string; label: string; chosen?: string; options: readonly Option[] }[];
  /** What the file leaves open besides. */
  fields?: readonly { name: "login" | "year"; label: string; hint: string }[];
  words: { send: string; sending: string };
}

/** What a file leaves open, answered from lists and in fields; then its kept cells are read again. Works without scripts. */
export function AnswerLists({ action, importId, lists, fields = [], words }: Props) {
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
      {lists.map(({ name, label, chosen, options }) => (
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
