"use client";

import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { Entry, type EntryAction, entryField } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";

/** A new region. */
export function RegionForm({ action, words }: { action: EntryAction; words: FormWords }) {
  return (
    <Entry id="region" action={action} words={words.entry} kind="secondary">
      {(state) => (
        <>
          <Input
            {...entryField("region", state, "code")}
            label={words.labels.regionCode}
            hint={words.hints.regionCode}
            width="tiny"
          />
          <Input {...entryField("region", state, "name")} label={words.labels.regionName} />
        </>
      )}
    </Entry>
  );
}

/** A new municipality of one of the viewer's regions. */
export function MunicipalityForm(props: {
  action: EntryAction;
  words: FormWords;
  regions: readonly Option[];
}) {
  const { action, words, regions } = props;
  return (
    <Entry id="municipality" action={action} words={words.entry}>
      {(state) => {
        const field = (name: string, initial?: string) => entryField("municipality", state, name, initial);
        return (
          <>
            <Select
              {...field("regionId", regions[0]?.value)}
              label={words.labels.regionId}
              options={regions}
            />
            <Input
              {...field("code")}
              label={words.labels.municipalityCode}
              hint={words.hints.municipalityCode}
              width="short"
            />
            <Input {...field("name")} label={words.labels.municipalityName} />
          </>
        );
      }}
    </Entry>
  );
}
