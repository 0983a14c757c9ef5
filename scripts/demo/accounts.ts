import { writeFileSync } from "node:fs";
import type { Translate } from "#messages/translate.ts";
import type { Cast } from "./acts/act.ts";

/** Writes the accounts that are printed when the portal starts, readable by nobody else on this machine. */
export function writeAccounts(file: string, { world, people }: Cast): void {
  const accounts = [...people.values()]
    .filter(({ person }) => person.account === "yes")
    .map(({ person, password }) => ({
      email: person.email,
      password,
      role: person.role,
      title: title(world.t, person, unitName(world, person.unit)),
    }));
  writeFileSync(file, `${JSON.stringify({ accounts }, null, 2)}\n`, { mode: 0o600 });
}

function title(t: Translate, person: { role: string; classLabels: readonly string[] }, unit: string): string {
  const classes = person.classLabels.map((label) => label.slice(label.indexOf(":") + 1));
  return t(`title.${person.role}`, { unit, classes: [...new Set(classes)].join(", ") });
}

function unitName({ region }: Cast["world"], code: string): string {
  const units = [
    ...region.schools.map(({ login, name }) => [login, name] as const),
    ...region.municipalities.map(({ code, name }) => [code, name] as const),
  ];
  return units.find(([key]) => key === code)?.[1] ?? "";
}
