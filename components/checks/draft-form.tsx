"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { saveDraftAction } from "#lib/checks/actions.ts";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import type { DraftFields, DraftWords } from "./draft-fields.ts";

/** Writing a rule: its settings, what the school reads, what it is about. Posts without a script as well. */
export function DraftForm({ fields, words }: { fields: DraftFields; words: DraftWords }) {
  const [state, send, pending] = useActionState(saveDraftAction, idle);
  const id = "draft";
  const field = (name: string) => ({ id: `${id}-${name}`, name, error: fieldWords(state, name) });
  const text = (name: string, stored: string) => typed(state, name) ?? stored;
  const severity = text("severity", fields.severity);
  return (
    <form action={send} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id={id} />
      {(["code", "basedOn", "draftVersion", "kind"] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={fields[name]} />
      ))}
      <Input
        {...field("title")}
        label={words.title}
        hint={words.titleHint}
        width="full"
        defaultValue={text("title", fields.title)}
      />
      <Textarea
        {...field("text")}
        label={words.text}
        hint={words.textHint}
        rows={4}
        defaultValue={text("text", fields.text)}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{words.settings}</legend>
        {fields.settings.map(({ name, label, hint, options, value }) => {
          const now = text(name, value);
          return options ? (
            <Select
              key={`${name}-${now}`}
              {...field(name)}
              label={label}
              options={options}
              defaultValue={now}
              width="full"
            />
          ) : (
            <Input
              key={name}
              {...field(name)}
              label={label}
              hint={hint}
              inputMode="decimal"
              width="short"
              defaultValue={now}
            />
          );
        })}
      </fieldset>
      <ChoiceGroup
        key={`severity-${severity}`}
        {...field("severity")}
        type="radio"
        label={words.severity}
        choices={fields.severities}
        chosen={[severity]}
      />
      <Input
        {...field("priority")}
        label={words.priority}
        hint={words.priorityHint}
        inputMode="numeric"
        width="tiny"
        defaultValue={text("priority", fields.priority)}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{words.scope}</legend>
        <p className="field-hint">{words.scopeHint}</p>
        {fields.scopes.map(({ name, label, choices, chosen }) => {
          const now = typedList(state, name) ?? chosen;
          return (
            <ChoiceGroup
              key={`${name}-${now.join()}`}
              id={`${id}-${name}`}
              name={`${name}[]`}
              label={label}
              choices={choices}
              chosen={now}
              error={fieldWords(state, name)}
            />
          );
        })}
      </fieldset>
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
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
