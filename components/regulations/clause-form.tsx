"use client";

import { useActionState } from "react";
import { type FieldSpec, FormField } from "#components/assessments/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { type EditClauseState, editClauseAction } from "#lib/regulations/actions.ts";
import { BothTexts, type BothWords } from "./both-texts.tsx";

interface Props {
  hidden: Readonly<Record<string, string>>;
  /** The version of the draft that the page was opened on. */
  version: number;
  fields: readonly FieldSpec[];
  back: string;
  words: BothWords & {
    save: string;
    saveMine: string;
    takeTheirs: string;
    leaveTheirs: string;
    cancel: string;
  };
}

const start: EditClauseState = { form: idle, stale: null };

/**
 * A clause of a draft as a form. When somebody has changed the draft meanwhile, both texts stand side by side, and the person saves their own
 * over the other, takes the other into the fields, or leaves it; nothing is written before one of them is chosen.
 */
export function ClauseForm({ hidden, version, fields, back, words }: Props) {
  const [{ form: state, stale }, send, pending] = useActionState(editClauseAction, start);
  const mine = (name: string) =>
    typed(state, name) ?? fields.find((field) => field.name === name)?.value ?? "";
  return (
    <form action={send} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id="edit-clause" />
      {stale?.theirs ? (
        <BothTexts
          theirs={stale.theirs}
          mine={{ heading: mine("heading"), body: mine("body") }}
          words={words}
        />
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="version" value={stale?.version ?? version} />
      {fields.map((spec) => (
        <FormField
          key={spec.name}
          id={`edit-clause-${spec.name}`}
          spec={spec}
          typed={typed(state, spec.name)}
          error={fieldWords(state, spec.name)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        {stale && stale.theirs === null ? null : (
          <Button type="submit" kind="primary" aria-disabled={pending}>
            {stale ? words.saveMine : words.save}
          </Button>
        )}
        {stale?.theirs ? (
          <Button type="submit" name="take" value="theirs" kind="secondary" aria-disabled={pending}>
            {words.takeTheirs}
          </Button>
        ) : null}
        <a href={back}>{stale ? words.leaveTheirs : words.cancel}</a>
      </div>
    </form>
  );
}
