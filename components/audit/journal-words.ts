import type { Translate } from "#components/ui/translate.ts";

/** Codes of the journal in words. A code without words (of a newer or older edition of the portal) is shown as it is. */
export interface JournalWords {
  action(code: string): string;
  /** `person:12` → «сотрудник № 12» */
  subject(code: string): string;
  role(code: string): string;
  /** `before.role` → «было · роль» */
  detail(path: string): string;
}

export function journalWords(t: Translate, has: (key: string) => boolean): JournalWords {
  const known = (key: string, otherwise: string, values?: Record<string, string>) =>
    has(key) ? t(key, values) : otherwise;
  return {
    action: (code) => known(`audit.actions.${code}`, code),
    subject: (code) => {
      const [kind, id = ""] = code.split(":");
      return known(`audit.subjects.${kind}`, code, { id });
    },
    role: (code) => known(`people.roles.${code}`, code),
    detail: (path) =>
      path
        .split(".")
        .map((name) => known(`audit.names.${name}`, name))
        .join(" · "),
  };
}
