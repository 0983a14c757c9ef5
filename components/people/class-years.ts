import { schoolYear } from "#lib/platform/format/day.ts";
import type { ClassYear } from "./classes-form.tsx";

/**
 * The classes to choose from, a group a school year, newest first. A class that the person has and the registry no
 * longer holds stays in the list, marked, so that saving the form does not drop it unseen.
 */
export function classYears(
  known: readonly { year: number; label: string }[],
  chosen: readonly string[],
  gone: string,
): ClassYear[] {
  const listed = new Set(known.map(({ year, label }) => `${year}:${label}`));
  const lost = chosen
    .filter((value) => !listed.has(value))
    .map((value) => ({ value, year: Number(value.slice(0, 4)), label: `${value.slice(5)} (${gone})` }));
  const all = [...known.map(({ year, label }) => ({ value: `${year}:${label}`, year, label })), ...lost];
  return [...Map.groupBy(all, ({ year }) => year)]
    .sort(([a], [b]) => b - a)
    .map(([year, classes]) => ({
      label: schoolYear(year),
      choices: classes.map(({ value, label }) => ({ value, label })),
    }));
}
