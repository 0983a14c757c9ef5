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
  fullName: string;
}

/** A new name from a day on; the old one stays in the school's history. */
export function RenameForm({ action, words, back, schoolId, version, fullName }: Props) {
  const { labels, hints, form } = words;
  return (
    <Entry id="rename" action={action} words={words.entry} back={back}>
      {(state) => {
        const field = (name: string, initial = "") => entryField("rename", state, name, initial);
        return (
          <>
            <input type="hidden" name="schoolId" value={schoolId} />
            <input type="hidden" name="version" value={entryVersion(state, version)} />
            <Input {...field("name")} label={labels.newName} hint={hints.name} width="full" />
            <Input
              {...field("fullName", fullName)}
              note={form.optional}
              label={labels.newFullName}
              width="full"
            />
            <Input
              {...field("happenedOn")}
              type="date"
              label={labels.renamedOn}
              hint={hints.renamedOn}
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
