import type { EditSchoolInput } from "./schema.ts";

/** The card of a school as a form holds it: texts, "" for what is not said, and the version on which an edit is made. */
export function cardValues(
  school: Record<Exclude<keyof EditSchoolInput, "schoolId">, unknown>,
): Record<string, string | number> {
  const { version, name, fullName, kind, locality, localityKind, pupils, correctional, latitude, longitude } =
    school;
  const texts = { name, fullName, kind, locality, localityKind, pupils };
  const printed = Object.entries(texts).map(([field, value]) => [field, value === null ? "" : String(value)]);
  // With the decimal comma in which both languages write degrees.
  for (const [field, value] of Object.entries({ latitude, longitude }))
    printed.push([field, value === null ? "" : String(value).replace(".", ",")]);
  return { ...Object.fromEntries(printed), correctional: correctional ? "on" : "", version: Number(version) };
}
