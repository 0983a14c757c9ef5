"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { startActAction } from "#lib/acts/actions.ts";
import { idle, typed } from "#lib/platform/access/form-state.ts";

interface Props {
  years: readonly Option[];
  words: Record<"year" | "submit" | "sending", string>;
}

/** For which school year the act is composed. */
export function StartForm({ years, words }: Props) {
  const [state, send, pending] = useActionState(startActAction, idle);
  const year = typed(state, "schoolYear") ?? years[0]?.value;
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="begin" />
      <Select
        key={year}
        id="begin-schoolYear"
        name="schoolYear"
        label={words.year}
        options={years}
        defaultValue={year}
        width="short"
      />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}
