const LOGIN = /(?:^|[^a-z])(?:edu|sch)[\s_]?(\d{6})(?!\d)/i;
const GROUP = /\((?:edu|sch)(\d{6})\)/i;

/** The six digits of a ФИС ОКО login, `edu970005` or the older `sch970005` (forms.md D-17). Null when there is none. */
export function readLogin(text: string): string | null {
  return LOGIN.exec(text)?.[1] ?? null;
}

/** The login in brackets of a group line, `Школа № 5(edu970005)`. */
export function readGroupLogin(text: string): string | null {
  return GROUP.exec(text)?.[1] ?? null;
}
