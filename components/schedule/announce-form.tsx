"use client";

import { useActionState } from "react";
import type { FormTarget, FormWords } from "#components/assessments/action-form.tsx";
import { type FieldSpec, FormField } from "#components/assessments/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { type Choice, ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

interface Props {
  action: FormTarget;
  words: FormWords;
  hidden: Readonly<Record<string, string>>;
  back?: string;
  before: readonly FieldSpec[];
  after: readonly FieldSpec[];
  options: { label: string; hint: string; choices: readonly Choice[]; chosen: readonly string[] };
}

/** The form of an announced work; subjects out of which one is drawn are boxes under a fold. */
export function AnnounceForm({ action, words, hidden, back, before, after, options }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  const field = (spec: FieldSpec) => (
    <FormField
      key={spec.name}
      id={`announce-${spec.name}`}
      spec={spec}
      typed={typed(state, spec.name) ?? (spec.kind === "tick" && "values" in state ? "" : undefined)}
      error={fieldWords(state, spec.name)}
    />
  );
  const again = "values" in state ? state.values.options : undefined;
  const chosen = Array.isArray(again) ? again : options.chosen;
  return (
    <form action={send} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id="announce" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {before.map(field)}
      <Fold summary={options.label} open={chosen.length > 0}>
        <ChoiceGroup
          key={chosen.join()}
          id="announce-options"
          name="options[]"
          label={options.label}
          hint={options.hint}
          choices={options.choices}
          chosen={chosen}
        />
      </Fold>
      {after.map(field)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        {back ? <a href={back}>{words.cancel}</a> : null}
      </div>
    </form>
  );
}
