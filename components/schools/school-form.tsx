"use client";

import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { typed } from "#lib/platform/access/form-state.ts";
import { Entry, type EntryAction, entryField, entryVersion } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";
import { StandingValues } from "./standing-values.tsx";

interface Props {
  action: EntryAction;
  words: FormWords;
  back: string;
  /** Values of the card as texts; empty for a new school. */
  initial: Readonly<Record<string, string>>;
  /** For a new school only: it chooses its municipality and login. */
  municipalities?: readonly Option[];
}

/** The card of a school, new or edited. */
export function SchoolForm({ action, words, back, initial, municipalities }: Props) {
  const { labels, hints, form } = words;
  return (
    <Entry
      id="school"
      action={action}
      words={words.entry}
      back={back}
      refusal={(state) =>
        state.messageKey === "schools.refused.stale" ? <StandingValues state={state} words={words} /> : null
      }
    >
      {(state) => {
        const field = (name: string) => entryField("school", state, name, initial[name]);
        const optional = { note: form.optional };
        return (
          <>
            {municipalities ? (
              <>
                <Input
                  {...field("login")}
                  label={labels.login}
                  hint={hints.login}
                  width="short"
                  autoComplete="off"
                />
                <Select {...field("municipalityId")} label={labels.municipalityId} options={municipalities} />
              </>
            ) : (
              <>
                <input type="hidden" name="schoolId" value={initial.schoolId} />
                <input type="hidden" name="version" value={entryVersion(state, initial.version ?? "")} />
              </>
            )}
            <Input
              {...field("name")}
              label={labels.name}
              hint={municipalities ? hints.name : hints.editName}
              width="full"
            />
            <Input {...field("fullName")} {...optional} label={labels.fullName} width="full" />
            <Select {...field("kind")} label={labels.kind} options={words.kinds} />
            <div className="choice">
              <input
                id="school-correctional"
                name="correctional"
                type="checkbox"
                defaultChecked={
                  ("values" in state ? typed(state, "correctional") : initial.correctional) === "on"
                }
              />
              <label htmlFor="school-correctional">{labels.correctional}</label>
            </div>
            <Input {...field("locality")} {...optional} label={labels.locality} />
            <Select
              {...field("localityKind")}
              label={labels.localityKind}
              options={words.localityKinds}
              width="short"
            />
            <Input
              {...field("pupils")}
              {...optional}
              label={labels.pupils}
              hint={hints.pupils}
              width="tiny"
              inputMode="numeric"
            />
            <div className="flex flex-wrap gap-6">
              <Input
                {...field("latitude")}
                {...optional}
                label={labels.latitude}
                hint={hints.latitude}
                width="short"
                inputMode="decimal"
              />
              <Input
                {...field("longitude")}
                {...optional}
                label={labels.longitude}
                hint={hints.longitude}
                width="short"
                inputMode="decimal"
              />
            </div>
          </>
        );
      }}
    </Entry>
  );
}
