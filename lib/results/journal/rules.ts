import type { JournalColumn } from "./read-journal.ts";

/** The last period that is over when works of a season are written: third quarter, second trimester, first half-year. */
const BEFORE_SPRING = [/^(?:3|III)\s*четверт/i, /^(?:2|II)\s*триместр/i, /^(?:1|I)\s*полугоди/i];
const BEFORE_AUTUMN = [/^(?:1|I)\s*четверт/i, /^(?:1|I)\s*триместр/i];

/**
 * Which column of a journal is likely the mark of the previous period (forms.md F-04) of a work; a proposal for a person.
 * Null when the journal has no such column.
 */
export function proposedPeriod(
  columns: readonly Pick<JournalColumn, "heading" | "kind">[],
  season: "spring" | "autumn",
): string | null {
  const patterns = season === "spring" ? BEFORE_SPRING : BEFORE_AUTUMN;
  for (const pattern of patterns) {
    const found = columns.find(({ kind, heading }) => kind === "period" && pattern.test(heading));
    if (found) return found.heading;
  }
  return null;
}
