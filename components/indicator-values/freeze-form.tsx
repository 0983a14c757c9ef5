"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

/** Keeps the table on the page under an address of its own. */
export function FreezeForm(props: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  words: { name: string; freeze: string };
}) {
  const { action, hidden, words } = props;
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="flex flex-wrap items-end gap-3" noValidate>
      <FormOutcome state={state} id="freeze" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input
        id="freeze-title"
        name="title"
        label={words.name}
        maxLength={200}
        error={fieldWords(state, "title")}
        defaultValue={typed(state, "title") ?? ""}
      />
      <Button type="submit" aria-disabled={pending}>
        {words.freeze}
      </Button>
    </form>
  );
}
