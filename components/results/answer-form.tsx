"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import type { ResultsAction } from "./action-form.tsx";

/** One thing that the file leaves open: chosen from a list, or typed when the list would be too long. */
export interface Question {
  name: "workId" | "login" | "year";
  label: string;
  hint?: string;
  value: string;
  options?: readonly Option[];
}

interface Props {
  action: ResultsAction;
  importId: number;
  questions: readonly Question[];
  kind: "primary" | "secondary";
  words: { send: string; sending: string };
}

/** What a person says about a file that the file itself leaves open; then it is checked again. */
export function AnswerForm({ action, importId, questions, kind, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  // A select keeps the value it was born with, so the fields are born anew with what was typed.
  const born = "values" in state ? JSON.stringify([state.values, state.status]) : "";
  return (
    <form action={submit} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id="answer" />
      <input type="hidden" name="importId" value={importId} />
      <div key={born} className="grid gap-6">
        {questions.map(({ name, label, hint, value, options }) => {
          const field = {
            id: `answer-${name}`,
            name,
            label,
            hint,
            defaultValue: typed(state, name) ?? value,
            error: fieldWords(state, name),
          };
          return options ? (
            <Select key={name} {...field} options={options} />
          ) : (
            <Input key={name} {...field} width="short" autoComplete="off" />
          );
        })}
      </div>
      <div>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
