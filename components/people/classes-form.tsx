"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { assignClasses } from "#lib/people/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";

export interface ClassYear {
  /** «2025/26» */
  label: string;
  choices: readonly { value: string; label: string }[];
}

interface Props {
  person: { id: number; version: number; classLabels: readonly string[] };
  years: readonly ClassYear[];
  words: { submit: string };
}

/** The classes of a teacher, a group of boxes a school year. */
export function ClassesForm({ person, years, words }: Props) {
  const [state, action, pending] = useActionState(assignClasses, idle);
  const chosen =
    "values" in state && Array.isArray(state.values.classLabels)
      ? state.values.classLabels
      : person.classLabels;
  return (
    <form action={action} className="grid gap-5">
      <FormOutcome state={state} id="classes" />
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="version" value={person.version} />
      {years.map((year, index) => {
        const group = (
          <ChoiceGroup
            key={`${year.label}-${chosen.join()}`}
            id={`classes-${year.label.slice(0, 4)}`}
            name="classLabels[]"
            label={year.label}
            choices={year.choices}
            chosen={chosen}
          />
        );
        if (index === 0) return group;
        return (
          <Fold
            key={year.label}
            summary={year.label}
            open={year.choices.some(({ value }) => chosen.includes(value))}
          >
            {group}
          </Fold>
        );
      })}
      <div>
        <Button type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
