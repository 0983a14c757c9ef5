"use client";

import { useActionState } from "react";
import type { ResultsAction } from "#components/results/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { fieldWords, idle } from "#lib/platform/access/form-state.ts";

interface Props {
  action: ResultsAction;
  importId: number;
  questions: readonly { name: "workId" | "shares"; label: string; options: readonly Option[] }[];
  words: { send: string; sending: string };
}

/** What a report leaves open, answered from a list; then its kept cells are read again. Works without scripts. */
export function ReportAnswersForm({ action, importId, questions, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-6">
      <FormOutcome state={state} id="answer" />
      <input type="hidden" name="importId" value={importId} />
      {questions.map(({ name, label, options }) => (
        <Select
          key={name}
          id={`answer-${name}`}
          name={name}
          label={label}
          options={options}
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
