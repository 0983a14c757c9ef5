"use client";

import { useActionState } from "react";
import { type FieldSpec, FormField } from "#components/assessments/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { addIndicatorAction, saveDraftAction } from "#lib/indicators/actions.ts";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import type { DraftFields } from "./draft-fields.ts";

interface Props {
  target: "add" | "save";
  hidden: Readonly<Record<string, string>>;
  fields: DraftFields;
  words: Record<"save" | "saving" | "cancel", string>;
  back: string;
}

/** Writing what an indicator means; posts without a script as well, and keeps what was typed. */
export function DraftForm({ target, hidden, fields, words, back }: Props) {
  const [state, send, pending] = useActionState(
    target === "add" ? addIndicatorAction : saveDraftAction,
    idle,
  );
  const id = "draft";
  const field = (spec: FieldSpec) => (
    <FormField
      key={spec.name}
      id={`${id}-${spec.name}`}
      spec={spec}
      typed={typed(state, spec.name)}
      error={fieldWords(state, spec.name)}
    />
  );
  const told = typedList(state, "addressees") ?? fields.addressees.chosen;
  return (
    <form action={send} className="grid max-w-measure gap-8" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.groups.map(({ key, legend, hint, fields: specs }) => (
        <fieldset key={key} className="grid gap-5">
          <legend className="mb-2 text-h3 font-semibold">{legend}</legend>
          {hint ? <p className="field-hint">{hint}</p> : null}
          {specs.map(field)}
        </fieldset>
      ))}
      <ChoiceGroup
        key={`addressees-${told.join()}`}
        id={`${id}-addressees`}
        name="addressees[]"
        label={fields.addressees.label}
        choices={fields.addressees.choices}
        chosen={told}
        error={fieldWords(state, "addressees")}
      />
      {field(fields.addressees.own)}
      {fields.last.map(field)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        <a href={back}>{words.cancel}</a>
      </div>
    </form>
  );
}

/** The boxes that were ticked before the form came back; undefined when it has not been sent. */
function typedList(state: FormState, name: string): readonly string[] | undefined {
  if (!("values" in state)) return undefined;
  const value = state.values[name];
  return Array.isArray(value) ? value : [];
}
