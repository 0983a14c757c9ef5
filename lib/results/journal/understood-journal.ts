import type { JournalColumn } from "./read-journal.ts";

/** A work of the school in the journal's year and subjects, and which column stands beside it. */
export interface JournalWork {
  workId: number;
  /** What a person chose: a heading, "" = none of them; null = not said yet. */
  heading: string | null;
  /** The last period before works of that season, when the journal has it; a proposal, never taken by itself. */
  proposal: string | null;
  /** Rows of the work, of those without a journal mark, and how many get one from the journal. */
  rows: number;
  without: number;
  filled: number;
}

/** What was understood of a journal's export; stands where other files say what they hold. */
export interface UnderstoodJournal {
  handedTo: "journal";
  layout: "F-19";
  schoolId: number | null;
  schoolYear: number | null;
  logins: string[];
  schools: number;
  /** Pupils with at least one line; cells that say something. */
  taken: number;
  absent: 0;
  marks: number;
  lines: { total: number; taken: number; refused: number; notData: Record<string, number> };
  columns: JournalColumn[];
  /** By the name that other files use, so that lists show them. */
  works: [];
  journalWorks: JournalWork[];
  blocked: boolean;
}
