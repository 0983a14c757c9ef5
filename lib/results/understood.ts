import type { CellAccount } from "./cell-account.ts";
import type { LayoutCode } from "./layouts/layout.ts";

/** One work as the file states it, and what the portal took it for. */
export interface UnderstoodWork {
  sheet: string;
  title: string | null;
  year: number | null;
  grade: number | null;
  subject: string | null;
  level: "base" | "advanced" | null;
  /** Where each of these was read: keys of messages. */
  readFrom: Readonly<Record<string, string>>;
  tasks: readonly { code: string; max: number | null; difficulty: "Б" | "П" | "В" | null; column: number }[];
  /** Row of the header, and the columns of its fields that are no tasks, 1-based: so a finding can name its column. */
  headerRow: number;
  fields: Readonly<Record<string, number>>;
  /** The work of the portal; null when none or several fit. */
  workId: number | null;
  workCode: string | null;
  /** Works among which a person chooses when several fit. */
  candidates: readonly { id: number; code: string }[];
  /** True when the header says enough to describe the work anew: year, subject, grade and every maximum. */
  describable: boolean;
}

/** What we understood of a file, in one small record beside the staged rows. */
export interface Understood {
  layout: LayoutCode;
  works: UnderstoodWork[];
  schools: number;
  /** Logins of schools with rows; at most a hundred are listed. */
  logins: string[];
  /** Where the school was taken from: the file's cells, the person, the file's name, or the person's own school. */
  schoolFrom: "file" | "person" | "name" | "own" | "missing";
  taken: number;
  absent: number;
  held: number;
  refused: number;
  /** Every line of the file by what became of it; the sum is `lines`. */
  lines: number;
  notData: Record<string, number>;
  cells: { accepted: Record<string, number>; warned: number; rejected: number };
  /** Where every filled cell went; files that were read earlier do not have it. */
  cellAccount?: CellAccount;
  /** True while a question about the form, the work or its tasks forbids to apply the file. */
  blocked: boolean;
  /** True when results that came after the check would be replaced: then the file is never applied together with others. */
  replaces?: boolean;
  /** Figures of a report with ready totals; such a file has no pupils. */
  figures?: number;
  /** The named layout that read the file, when a person said what its columns are. */
  preset?: { id: number; name: string; version: number };
  /** The rung that reads this file; its page is there. */
  handedTo?: "exams" | "journal";
  /** Columns that were emptied before anything was stored, because they hold names. */
  nameColumns: number;
}
