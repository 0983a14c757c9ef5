"use client";

import type { Refused } from "./entry.tsx";
import type { FormWords } from "./form-words.ts";

const fields = [
  "name",
  "fullName",
  "kind",
  "correctional",
  "locality",
  "localityKind",
  "pupils",
  "latitude",
  "longitude",
] as const;

/** After a conflict: what stands in the registry now beside what was typed, for the fields in which they differ. */
export function StandingValues({ state, words }: { state: Refused; words: FormWords }) {
  const rows = fields
    .map((field) => ({
      field,
      standing: String(state.params[field] ?? ""),
      typed: String(state.values[field] ?? ""),
    }))
    .filter((row) => row.standing !== row.typed);
  return (
    <div>
      {rows.length > 0 ? (
        <ul className="grid gap-2 py-2">
          {rows.map((row) => (
            <li key={row.field}>
              <span className="font-semibold">{words.labels[row.field]}</span>
              <br />
              {words.form.standing}: {shown(row.field, row.standing, words)}
              <br />
              {words.form.typed}: {shown(row.field, row.typed, words)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{words.saveAgain}</p>
    </div>
  );
}

function shown(field: (typeof fields)[number], value: string, words: FormWords): string {
  if (field === "kind") return words.kinds.find((one) => one.value === value)?.label ?? value;
  if (field === "localityKind") return words.localityKinds.find((one) => one.value === value)?.label ?? value;
  if (field === "correctional") return value === "on" ? words.labels.yes : words.labels.no;
  return value === "" ? words.form.blank : value;
}
