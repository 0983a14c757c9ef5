import type { Day } from "../platform/clock.ts";
import { classLabelParts } from "../schools/class-rules.ts";
import { dayNumber, dayOfNumber } from "./load/days.ts";
import type { WorkKind, WorkLevel } from "./load/shapes.ts";

/** The serial number of 1 January 1970 in a spreadsheet; it counts days from 30 December 1899. */
const SERIAL_OF_1970 = 25_569;

/** A day as people and spreadsheets write it: 15.10.2026, 15.10.26, 2026-10-15, or the serial number of a cell. Null when it is none. */
export function readDayCell(text: string): Day | null {
  const bare = text.replace(/[,\s].*$/, "");
  if (/^\d{5}(\.\d+)?$/.test(bare)) return dayOfNumber(Math.trunc(Number(bare)) - SERIAL_OF_1970);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(bare);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(bare.replace(/г\.?$/, ""));
  if (!written) return null;
  const year = written[3]!.length === 2 ? `20${written[3]}` : written[3]!;
  return dayOf(year, written[2]!, written[1]!);
}

function dayOf(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` as Day;
  const at = Date.parse(`${text}T00:00:00Z`);
  // 31 April would silently become 1 May.
  return !Number.isNaN(at) && dayOfNumber(dayNumber(text)) === text ? text : null;
}

export type ReadClasses =
  | { ok: true; grade: number; labels: string[] }
  | { ok: false; code: "classMissing" | "classWrong" | "classesMixed"; text: string };

/**
 * Classes of one parallel: «5А», «5А, 5Б», «5А-5В» is not read as a range; «5» and «5 классы» are the whole parallel, which
 * `known` spells out. A class that `known` does not have is left in, so that the check can name it.
 */
export function readClasses(text: string, known: readonly { label: string; grade: number }[]): ReadClasses {
  if (text === "") return { ok: false, code: "classMissing", text };
  const parallel = /^(\d{1,2})(?:-?[еыхйи]{1,2})?(?:\s*(?:классы?|клас[иі]?|параллель|паралель))?$/iu.exec(
    text.trim(),
  );
  if (parallel) {
    const grade = Number(parallel[1]);
    const labels = known.filter((one) => one.grade === grade).map(({ label }) => label);
    if (labels.length > 0) return { ok: true, grade, labels };
  }
  const parts = text
    .split(/[,;]|\sи\s|\sта\s/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(classLabelParts);
  const first = parts[0];
  if (!first || parts.includes(null)) return { ok: false, code: "classWrong", text };
  if (parts.some((part) => part?.grade !== first.grade)) return { ok: false, code: "classesMixed", text };
  return { ok: true, grade: first.grade, labels: [...new Set(parts.map((part) => part!.label))] };
}

const KINDS: readonly (readonly [WorkKind, RegExp])[] = [
  ["vpr", /впр|всероссийск\S* проверочн/],
  ["training", /тренировочн|тренувальн/],
  ["mock", /пробн/],
  ["interim", /промежуточн|проміжн/],
  ["essay", /сочинени|изложени|диктант|твір|переказ/],
  ["diagnostic", /диагност|діагност|стартов|мониторинг/],
  ["exam", /экзамен|іспит|огэ|егэ/],
  ["checking", /проверочн|перевірн|самостоятельн/],
  ["control", /контрольн|^к[./]?р\.?$|зачет|залік/],
];

/** What a work is, by the words that schools use; «другая работа» when nothing tells. */
export function readKind(text: string): WorkKind {
  const bare = text.toLowerCase().replaceAll("ё", "е");
  return KINDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? "other";
}

/** Whose work it is; blank is the school's. Null when the words are not known. */
export function readLevel(text: string): WorkLevel | null {
  const bare = text.toLowerCase();
  if (bare === "" || /^(школ|шкіл)|^оо$|учител/.test(bare)) return "school";
  if (/^(федер|всеросс|держ|загальнодерж)/.test(bare)) return "federal";
  if (/^(регион|регіон|област|краев|обл)/.test(bare)) return "regional";
  return /^(муницип|муніцип|район|городск)/.test(bare) ? "municipal" : null;
}

/** A whole number within bounds; null for anything else, undefined for a blank cell. */
export function readWhole(text: string, from: number, to: number): number | null | undefined {
  if (text === "") return undefined;
  const digits = /^(\d{1,3})(?:\s*(?:мин|хв|урок|-й|й)\S*)?\.?$/.exec(text.toLowerCase())?.[1];
  if (digits === undefined) return null;
  const value = Number(digits);
  return value >= from && value <= to ? value : null;
}
