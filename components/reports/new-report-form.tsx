"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { createReportAction } from "#lib/reports/actions.ts";

interface Props {
  units: readonly Option[];
  years: readonly Option[];
  words: Record<"unit" | "year" | "name" | "nameHint" | "nameSample" | "submit" | "sending", string>;
}

/** About whom, which year, under which name: a draft begins with all works of that year. */
export function NewReportForm({ units, years, words }: Props) {
  const [state, send, pending] = useActionState(createReportAction, idle);
  const [unit, year] = [typed(state, "unit") ?? units[0]?.value, typed(state, "year") ?? years[0]?.value];
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      {/* Not "new": the section's own heading is #new-title. */}
      <FormOutcome state={state} id="start" />
      <Select
        key={`unit ${unit}`}
        id="start-unit"
        name="unit"
        label={words.unit}
        options={units}
        defaultValue={unit}
        error={fieldWords(state, "unit")}
        width="full"
      />
      <Select
        key={`year ${year}`}
        id="start-year"
        name="year"
        label={words.year}
        options={years}
        defaultValue={year}
        error={fieldWords(state, "year")}
        width="short"
      />
      <Input
        id="start-title"
        name="title"
        label={words.name}
        hint={words.nameHint}
        error={fieldWords(state, "title")}
        defaultValue={typed(state, "title") ?? words.nameSample}
        width="full"
        autoComplete="off"
      />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}
