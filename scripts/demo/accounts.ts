import { writeFileSync } from "node:fs";
import type { Translate } from "#messages/translate.ts";
import type { Employed } from "./people.ts";
import type { DemoRegion } from "./region.ts";

/** Writes the accounts that are printed when the portal starts, readable by nobody else on this machine. */
export function writeAccounts(
  file: string,
  t: Translate,
  { schools, municipalities }: Pick<DemoRegion, "schools" | "municipalities">,
  people: Iterable<Employed>,
): void {
  const names = new Map([
    ...schools.map(({ login, name }) => [login, name] as const),
    ...municipalities.map(({ code, name }) => [code, name] as const),
  ]);
  const accounts = [...people]
    .filter(({ person }) => person.account === "yes")
    .map(({ person, password }) => ({
      email: person.email,
      password,
      role: person.role,
      title: title(t, person, names.get(person.unit) ?? person.unit),
    }));
  writeFileSync(file, `${JSON.stringify({ accounts }, null, 2)}\n`, { mode: 0o600 });
}

function title(t: Translate, person: { role: string; classLabels: readonly string[] }, unit: string): string {
  const classes = person.classLabels.map((label) => label.slice(label.indexOf(":") + 1));
  return t(`title.${person.role}`, { unit, classes: [...new Set(classes)].join(", ") });
}
