"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

/** Gives a form to a person with a day. */
export function DutyForm(props: {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string | number>;
  people: readonly Option[];
  person: string;
  due: string;
  words: { person: string; due: string; assign: string };
}) {
  const { id, action, hidden, people, person, due, words } = props;
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="flex flex-wrap items-end gap-3" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id={`${id}-personId`}
        name="personId"
        label={words.person}
        options={people}
        error={fieldWords(state, "personId")}
        defaultValue={typed(state, "personId") ?? person}
      />
      <Input
        id={`${id}-dueOn`}
        name="dueOn"
        type="date"
        label={words.due}
        width="short"
        error={fieldWords(state, "dueOn")}
        defaultValue={typed(state, "dueOn") ?? due}
      />
      <Button type="submit" aria-disabled={pending}>
        {words.assign}
      </Button>
    </form>
  );
}
