"use client";

import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { Entry, type EntryAction, entryField, entryVersion } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";

interface Props {
  action: EntryAction;
  words: FormWords;
  back: string;
  schoolId: number;
  version: number;
  successors: readonly { login: string; name: string }[];
}

/** Closes a school and names the one it became part of. */
export function MergeForm({ action, words, back, schoolId, version, successors }: Props) {
  const { labels, hints, form } = words;
  return (
    <Entry id="merge" action={action} words={words.entry} back={back} kind="danger">
      {(state) => {
        const field = (name: string, initial = "") => entryField("merge", state, name, initial);
        return (
          <>
            <input type="hidden" name="schoolId" value={schoolId} />
            <input type="hidden" name="version" value={entryVersion(state, version)} />
            <Input
              {...field("successorLogin")}
              label={labels.successorLogin}
              hint={hints.successorLogin}
              list="successors"
              autoComplete="off"
            />
            <datalist id="successors">
              {successors.map((one) => (
                <option key={one.login} value={one.login} label={one.name} />
              ))}
            </datalist>
            <Input
              {...field("happenedOn")}
              type="date"
              label={labels.mergedOn}
              hint={hints.mergedOn}
              width="short"
            />
            <Textarea
              {...field("note")}
              note={form.optional}
              label={labels.note}
              hint={hints.note}
              rows={2}
            />
          </>
        );
      }}
    </Entry>
  );
}
