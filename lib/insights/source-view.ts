import { formatInstant } from "../platform/format/day.ts";
import type { Analysis } from "./queries.ts";
import type { Words } from "./words.ts";

/** How much of a fingerprint a person can compare by eye. */
const SEEN_OF_HASH = 12;

export function shortHash(sha256: string): string {
  return sha256.slice(0, SEEN_OF_HASH);
}

export function instantText({ locale, timeZone }: Words, instant: string): string {
  return formatInstant(new Date(instant), { locale, timeZone });
}

export interface SourceView {
  file: string;
  hash: string;
  /** «Заместитель директора, 22.04.2026, 10:42» */
  who: string;
  version: string;
}

/**
 * The file that was loaded last; null for areas, where nothing is known of it, and for a class: the last file of its school may
 * hold another one.
 */
export function sourceView(words: Words, { source, unit }: Analysis): SourceView | null {
  if (!source || unit.classLabel !== null) return null;
  const { t } = words;
  return {
    file: source.fileName || t("insights.source.noName"),
    hash: shortHash(source.sha256) || "—",
    who: t("insights.source.who", {
      role: roleText(words, source.role),
      at: instantText(words, source.changedAt),
    }),
    version: t("insights.source.version", { version: source.version }),
  };
}

/** The role of who loaded a file; never a name. */
export function roleText({ t }: Words, role: string | null): string {
  return t("insights.source.role", { role: role || "unknown" });
}
