"use client";

import { useActionState } from "react";
import type { ResultsAction } from "#components/results/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { idle } from "#lib/platform/access/form-state.ts";

interface Props {
  id: string;
  action: ResultsAction;
  name: string;
  place: string;
  chosen: string;
  options: readonly Option[];
  words: { choose: string; save: string; saving: string };
}

/** One printed name and the choice of a school for it. */
export function NameForm({ id, action, name, place, chosen, options, words }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="grid max-w-measure gap-3">
      <FormOutcome state={state} id={id} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="place" value={place} />
      <Select
        key={chosen}
        id={id}
        name="schoolId"
        label={words.choose}
        options={options}
        defaultValue={chosen}
        width="full"
      />
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
