"use client";

import type { FormState } from "#lib/platform/access/form-state.ts";
import { Entry, type EntryAction } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";

interface Props {
  action: EntryAction;
  words: FormWords;
  back: string;
  schoolId: number;
  year: number;
  /** The list as it was read: by it a change of somebody else is noticed. */
  base: string;
  caption: string;
  more: string;
  classes: readonly { label: string; pupils: string }[];
  /** Names of the fields for those who cannot see the table, by row. */
  rowWords: readonly { label: string; pupils: string }[];
}

/** The classes of one year as a small table of fields; a row without a class is no class. Works without scripts. */
export function ClassesForm(props: Props) {
  const { action, words, back, schoolId, year, base, caption, more, classes, rowWords } = props;
  return (
    <Entry
      id="classes"
      action={action}
      words={words.entry}
      back={back}
      refusal={() => <p>{words.saveAgain}</p>}
    >
      {(state) => (
        <>
          <input type="hidden" name="schoolId" value={schoolId} />
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="base" value={standingBase(state) ?? base} />
          <table className="data-table">
            <caption className="table-caption">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.labels.class}</th>
                <th scope="col">{words.labels.classPupils}</th>
              </tr>
            </thead>
            <tbody>
              {rowWords.map((row, index) => (
                <tr key={row.label}>
                  <Cell
                    state={state}
                    name="label"
                    index={index}
                    label={row.label}
                    initial={classes[index]?.label}
                  />
                  <Cell
                    state={state}
                    name="pupils"
                    index={index}
                    label={row.pupils}
                    initial={classes[index]?.pupils}
                  />
                </tr>
              ))}
            </tbody>
          </table>
          <p className="text-ink-2">{more}</p>
        </>
      )}
    </Entry>
  );
}

interface CellProps {
  state: FormState;
  name: "label" | "pupils";
  index: number;
  label: string;
  initial: string | undefined;
}

function Cell({ state, name, index, label, initial = "" }: CellProps) {
  const id = `classes-${name}.${index}`;
  const typed = "values" in state ? state.values[name] : undefined;
  const error = state.status === "invalid" ? state.words.fields[`${name}.${index}`] : undefined;
  return (
    <td>
      <input
        id={id}
        name={`${name}[]`}
        className="control"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        autoComplete="off"
        inputMode={name === "pupils" ? "numeric" : "text"}
        defaultValue={Array.isArray(typed) ? (typed[index] ?? "") : initial}
      />
      {error ? (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </td>
  );
}

function standingBase(state: FormState): string | undefined {
  const base = state.status === "refused" ? state.params.base : undefined;
  return base === undefined ? undefined : String(base);
}
