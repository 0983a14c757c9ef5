"use client";

import { useActionState } from "react";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import type { ResultsAction } from "../action-form.tsx";
import type { ColumnTexts, MappingTexts } from "./mapping-texts.ts";

interface Props extends MappingTexts {
  action: ResultsAction;
  importId: number;
}

/** What every column of an unknown table is: our guess with its reason and a plain list beside it; works without scripts. */
export function MappingForm({ action, importId, words, ...texts }: Props) {
  const [state, submit, pending] = useActionState(action, idle);
  // A select keeps the value it was born with, so the fields are born anew with what was chosen.
  const born = "values" in state ? JSON.stringify([state.values, state.status]) : "";
  return (
    <form action={submit} className="grid gap-8" noValidate>
      <FormOutcome state={state} id="mapping" />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="sheet" value={texts.sheet} />
      <input type="hidden" name="headerRow" value={texts.headerRow} />
      <div key={born} className="grid gap-8">
        <Section id="columns" title={words.columns} lead={words.columnsLead}>
          <ol className="grid">
            {texts.columns.map((column) => (
              <Column key={column.column} column={column} meanings={texts.meanings} state={state} />
            ))}
          </ol>
        </Section>
        <Section id="work" title={words.given} lead={words.givenLead}>
          <div className="grid max-w-measure gap-6">
            {texts.given.map(({ name, label, hint, value, options }) => {
              const field = {
                id: `given-${name}`,
                name,
                label,
                hint,
                defaultValue: typed(state, name) ?? value,
                error: fieldWords(state, name),
              };
              return options ? (
                <Select key={name} {...field} width="full" options={options} />
              ) : (
                <Input key={name} {...field} width="short" autoComplete="off" />
              );
            })}
          </div>
        </Section>
        <Section id="save" title={words.save}>
          <div className="grid max-w-measure gap-6">
            <Input
              id="layout-name"
              name="name"
              label={words.name}
              hint={words.nameHint}
              defaultValue={typed(state, "name") ?? texts.name}
              error={fieldWords(state, "name")}
              maxLength={80}
              autoComplete="off"
            />
            <div className="flex flex-wrap items-center gap-4">
              <Button type="submit" kind="primary" aria-disabled={pending}>
                {pending ? words.sending : words.send}
              </Button>
              <a href={texts.back}>{words.back}</a>
            </div>
          </div>
        </Section>
      </div>
    </form>
  );
}

function Column({
  column,
  meanings,
  state,
}: {
  column: ColumnTexts;
  meanings: MappingTexts["meanings"];
  state: FormState;
}) {
  const name = `m${column.column}`;
  const task = `t${column.column}`;
  return (
    <li className="grid gap-x-8 gap-y-3 border-line border-t py-4 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-1">
        <p className="font-semibold wrap-anywhere">
          {column.title}: {column.header}
        </p>
        {column.samples === "" ? null : <p className="wrap-anywhere">{column.samples}</p>}
        <p className="text-small text-ink-2 wrap-anywhere">{column.reason}</p>
      </div>
      {column.choose === null ? null : (
        <div className="grid content-start gap-3">
          <Select
            id={name}
            name={name}
            label={column.choose}
            width="full"
            defaultValue={typed(state, name) ?? column.meaning}
            options={meanings}
          />
          {/* Only a task has a number: the field is there for tasks alone, without any script. */}
          <div className="[li:not(:has(option[value=task]:checked))_&]:hidden">
            <Input
              id={task}
              name={task}
              label={column.task}
              width="tiny"
              maxLength={16}
              autoComplete="off"
              defaultValue={typed(state, task) ?? column.taskCode}
            />
          </div>
        </div>
      )}
    </li>
  );
}
