"use client";

import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Input } from "#components/ui/input.tsx";
import { typed } from "#lib/platform/access/form-state.ts";
import { Entry, type EntryAction, type EntryWords, entryField } from "./entry.tsx";

interface Props {
  action: EntryAction;
  draftId: number;
  /** By which the command knows that the person saw the changes that it makes. */
  fingerprint: string;
  /** Schools with another name in the file; `question` says both names. */
  names: readonly { login: string; question: string }[];
  words: {
    entry: EntryWords;
    choices: { value: "keep" | "rename" | "correct"; label: string }[];
    renamedOn: string;
    renamedOnHint: string;
  };
}

/** The last word before the registry changes: what other names mean, and the button. */
export function ReviewForm({ action, draftId, fingerprint, names, words }: Props) {
  return (
    <Entry id="review" action={action} words={words.entry}>
      {(state) => (
        <>
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          {names.map(({ login, question }) => (
            <ChoiceGroup
              key={login}
              id={`name-${login}`}
              name={`name.${login}`}
              type="radio"
              label={question}
              choices={words.choices}
              chosen={[typed(state, `name.${login}`) ?? "keep"]}
            />
          ))}
          {names.length > 0 ? (
            <Input
              {...entryField("review", state, "renamedOn")}
              type="date"
              width="short"
              label={words.renamedOn}
              hint={words.renamedOnHint}
            />
          ) : null}
        </>
      )}
    </Entry>
  );
}
