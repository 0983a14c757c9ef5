import { plain } from "../../platform/text/plain.ts";
import { type Mark, readMark } from "../cells/mark.ts";

/** A column of the journal: marks of a quarter, a half-year or the year; or marks of one work. */
export type JournalKind = "period" | "work";
/** `absence` = a dot or «н»: no mark. `two` = two marks of one work. `rejected` = cannot be read in this column. */
export type JournalStatus = "mark" | "two" | "credited" | "notAssessed" | "exempt" | "absence" | "rejected";

export interface JournalValue {
  status: JournalStatus;
  marks: readonly Mark[];
}

const PERIOD = /(?:^|[\s\d.IVХ])(?:четверт|триместр|полугоди)|^(?:год|годовая|итог|итоговая|за год)$/i;
const DATED = /^\d{1,2}[./]\d{1,2}/;
const ABSENCE = new Set([".", "·", "…", "н", "нб", "н/б", "б", "п", "у", "-", "–", "—"]);
const CREDITED = new Set(["зач", "зач.", "зачет", "зачёт"]);
const NOT_ASSESSED = new Set(["н/а", "на", "незач", "незачет", "незачёт"]);
const EXEMPT = new Set(["осв", "осв.", "освобожден", "освобождён", "освобождена"]);
const TWO = /^([2-5])\s*[/\\]\s*([2-5])$/;

/** What a column holds, by its heading: «3 четверть», «Год» are periods; «14.03.2025 Диктант» and everything else is a work. */
export function readJournalHeading(text: string): JournalKind {
  const clean = plain(text);
  return !DATED.test(clean) && PERIOD.test(clean) ? "period" : "work";
}

/**
 * A cell of the journal (forms.md F-19); null = blank. `4/5` is two marks of one work; in a column of a period it is
 * rejected, because nobody says which of the two counts.
 */
export function readJournalCell(text: string, kind: JournalKind): JournalValue | null {
  const clean = plain(text).toLowerCase();
  if (clean === "") return null;
  const { mark } = readMark(clean);
  if (mark !== null) return { status: "mark", marks: [mark] };
  const two = TWO.exec(clean);
  if (two && kind === "work")
    return { status: "two", marks: [Number(two[1]) as Mark, Number(two[2]) as Mark] };
  const word = (words: ReadonlySet<string>) => words.has(clean);
  if (word(ABSENCE)) return { status: "absence", marks: [] };
  if (word(CREDITED)) return { status: "credited", marks: [] };
  if (word(NOT_ASSESSED)) return { status: "notAssessed", marks: [] };
  if (word(EXEMPT)) return { status: "exempt", marks: [] };
  return { status: "rejected", marks: [] };
}
