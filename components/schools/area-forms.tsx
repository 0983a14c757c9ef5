"use client";

import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { fieldWords, typed } from "#lib/platform/access/form-state.ts";
import { Entry, type EntryAction } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";

/** A new region. */
export function RegionForm({ action, words }: { action: EntryAction; words: FormWords }) {
  return (
    <Entry action={action} words={words.entry} idPrefix="region-">
      {(state) => (
        <>
          <Input
            id="region-code"
            name="code"
            label={words.labels.regionCode}
            hint={words.hints.regionCode}
            width="tiny"
            defaultValue={typed(state, "code") ?? ""}
            error={fieldWords(state, "code")}
          />
          <Input
            id="region-name"
            name="name"
            label={words.labels.regionName}
            defaultValue={typed(state, "name") ?? ""}
            error={fieldWords(state, "name")}
          />
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
    <Entry action={action} words={words.entry}>
      {(state) => (
        <>
          <Select
            id="regionId"
            name="regionId"
            label={words.labels.regionId}
            options={regions}
            defaultValue={typed(state, "regionId") ?? regions[0]?.value}
            error={fieldWords(state, "regionId")}
          />
          <Input
            id="code"
            name="code"
            label={words.labels.municipalityCode}
            hint={words.hints.municipalityCode}
            width="short"
            defaultValue={typed(state, "code") ?? ""}
            error={fieldWords(state, "code")}
          />
          <Input
            id="name"
            name="name"
            label={words.labels.municipalityName}
            defaultValue={typed(state, "name") ?? ""}
            error={fieldWords(state, "name")}
          />
        </>
      )}
    </Entry>
  );
}
