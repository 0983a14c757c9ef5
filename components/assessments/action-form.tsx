"use client";

import type { ReactNode } from "react";
import { Entry, type EntryAction, type EntryWords } from "#components/schools/entry.tsx";
import { fieldWords, typed } from "#lib/platform/access/form-state.ts";
import { type FieldSpec, FormField } from "./form-field.tsx";

interface Props {
  action: EntryAction;
  words: EntryWords;
  fields: readonly FieldSpec[];
  hidden?: Readonly<Record<string, string>>;
  back?: string;
  kind?: "primary" | "danger";
  /** Shown beside a refusal: what stands in the database now. */
  current?: ReactNode;
}

/** A form whose fields its page describes as data: errors at the fields, what was typed is kept, posts without a script as well. */
export function ActionForm({ action, words, fields, hidden = {}, current, ...rest }: Props) {
  return (
    <Entry {...rest} action={action} words={words} refusal={() => current}>
      {(state) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {fields.map((spec) => {
            // A box that was left empty is not among the values at all.
            const unticked = spec.kind === "tick" && "values" in state ? "" : undefined;
            return (
              <FormField
                key={spec.name}
                spec={spec}
                typed={typed(state, spec.name) ?? unticked}
                error={fieldWords(state, spec.name)}
              />
            );
          })}
        </>
      )}
    </Entry>
  );
}
