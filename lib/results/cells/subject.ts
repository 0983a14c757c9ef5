import { headerKey } from "./header-key.ts";

const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ["RU", /^РУССК/],
  ["MA", /^МАТЕМАТИК/],
  ["OM", /^ОКРУЖАЮЩ/],
  ["BI", /^БИОЛОГИ/],
  ["IS", /^ИСТОРИ/],
  ["GG", /^ГЕОГРАФИ/],
  ["OB", /^ОБЩЕСТВОЗНАНИ/],
  ["FI", /^ФИЗИК/],
  ["HI", /^ХИМИ/],
  ["EN", /^АНГЛИЙСК/],
  ["DE", /^НЕМЕЦК/],
  ["FR", /^ФРАНЦУЗСК/],
  ["LI", /^ЛИТЕРАТУР/],
  ["IF", /^ИНФОРМАТИК/],
];

/** Code of a subject from its printed name (forms.md F-01): «Русский язык» → RU. Null when the name is not known. */
export function readSubject(name: string): string | null {
  const key = headerKey(name);
  return SUBJECTS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** Level of the work, when its name states one: «Математика (углублённый уровень)». */
export function readLevel(name: string): "base" | "advanced" | null {
  const key = headerKey(name);
  if (/УГЛУБ/.test(key)) return "advanced";
  return /БАЗОВ|\(БАЗ/.test(key) ? "base" : null;
}
