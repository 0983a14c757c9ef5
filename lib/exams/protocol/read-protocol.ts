import { createHmac } from "node:crypto";
import { plain } from "../../platform/text/plain.ts";
import { headerKey } from "../../platform/workbook/header-key.ts";
import type { TextSheet, Workbook } from "../../platform/workbook/workbook.ts";
import { type Heading, readHeading } from "./heading.ts";

/** Columns of a protocol by the key under which we read them (forms.md F-16). */
const COLUMNS = {
  area: ["Код МСУ"],
  school: ["Код ОО", "Код ОУ"],
  class: ["Класс"],
  place: ["Код ППЭ"],
  room: ["Аудитория"],
  surname: ["Фамилия"],
  name: ["Имя"],
  patronymic: ["Отчество"],
  series: ["Серия", "Серия документа"],
  document: ["Номер документа", "Номер"],
  category: ["Категория", "Категория участника"],
  short: ["Задания с кратким ответом"],
  extended: ["Задания с развёрнутым ответом"],
  oral: ["Устная часть"],
  primary: ["Первичный балл"],
  score: ["Балл", "Тестовый балл", "Отметка", "Оценка"],
} as const;
export type ProtocolColumn = keyof typeof COLUMNS;
const KEYS = Object.entries(COLUMNS).map(
  ([column, headers]) => [column as ProtocolColumn, headers.map(headerKey)] as const,
);
const NEEDED: readonly ProtocolColumn[] = ["school", "short", "primary", "score"];
/** What says who a person is; their texts are read for the key alone and leave the memory with the file. */
const PERSONAL: readonly ProtocolColumn[] = ["surname", "name", "patronymic", "series", "document"];
const NAMES: readonly ProtocolColumn[] = ["surname", "name", "patronymic"];
const FIRST_ROWS = 30;

/** One line of a protocol as printed; the person is a key already. */
export interface ProtocolRow {
  /** 1-based row of the sheet. */
  row: number;
  school: string;
  classText: string;
  category: string;
  /** `p` + 32 hexadecimal digits of the document's keyed hash; null when no document is printed. */
  personKey: string | null;
  short: string;
  extended: string;
  oral: string;
  primary: string;
  score: string;
}

export interface ProtocolReading {
  sheet: string;
  headerRow: number;
  heading: Heading | null;
  headingText: string;
  /** 1-based. */
  columns: Partial<Record<ProtocolColumn, number>>;
  nameColumns: readonly number[];
  rows: readonly ProtocolRow[];
  lines: { total: number; notData: Record<string, number> };
  /** Sheets that hold another protocol; one file, one examination. */
  otherSheets: readonly string[];
}

/** Where a protocol stands in a workbook; null when there is none. */
export function findProtocol(book: Pick<Workbook, "sheets">): { sheet: TextSheet; header: number } | null {
  for (const sheet of book.sheets) {
    const header = headerIndex(sheet);
    if (header >= 0) return { sheet, header };
  }
  return null;
}

function headerIndex(sheet: TextSheet): number {
  for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
    const columns = columnsOf(sheet.rows[i] ?? []);
    if (NEEDED.every((column) => columns[column] !== undefined)) return i;
  }
  return -1;
}

function columnsOf(row: readonly string[]): Partial<Record<ProtocolColumn, number>> {
  const columns: Partial<Record<ProtocolColumn, number>> = {};
  row.slice(0, 200).forEach((text, i) => {
    const key = headerKey(text);
    const column = KEYS.find(([, keys]) => keys.includes(key))?.[0];
    if (column && columns[column] === undefined) columns[column] = i + 1;
  });
  return columns;
}

/**
 * Reads a protocol of the РЦОИ. Names are never taken over; documents become keyed hashes at once, so that a person's examinations
 * of one year meet and nothing else can be learned from the key. Of `kept` sheets the documents are such keys already. `secret` belongs to the installation, `year` makes keys of two years differ.
 */
export function readProtocol(
  book: Pick<Workbook, "sheets">,
  secret: string,
  kept = false,
): ProtocolReading | null {
  const found = findProtocol(book);
  if (!found) return null;
  const { sheet, header } = found;
  const columns = columnsOf(sheet.rows[header] ?? []);
  const headingAt = sheet.rows.findIndex((row, i) => i < header && row.some((text) => readHeading(text)));
  const headingText = sheet.rows[headingAt]?.find((text) => readHeading(text)) ?? "";
  const heading = readHeading(headingText);
  const year = heading?.day?.slice(0, 4) ?? "";
  const rows: ProtocolRow[] = [];
  const notData: Record<string, number> = {};
  const miss = (kind: string) => {
    notData[kind] = (notData[kind] ?? 0) + 1;
  };
  let total = 0;
  for (const [i, cells] of sheet.rows.entries()) {
    if (!cells.some((text) => plain(text) !== "")) continue;
    total++;
    if (i === header) {
      miss("header");
      continue;
    }
    if (i < header) {
      miss("heading");
      continue;
    }
    const text = (column: ProtocolColumn) => plain(cells[(columns[column] ?? 0) - 1] ?? "");
    if (isColumnNumbers(cells)) {
      miss("columnNumbers");
      continue;
    }
    if (["short", "extended", "primary", "score"].every((column) => text(column as ProtocolColumn) === "")) {
      miss(
        ["series", "document", "school"].some((c) => text(c as ProtocolColumn) !== "") ? "codeOnly" : "notes",
      );
      continue;
    }
    const document = text("document");
    rows.push({
      row: i + 1,
      school: text("school"),
      classText: text("class"),
      category: text("category"),
      personKey: document === "" ? null : kept ? document : personKey(secret, year, text("series"), document),
      short: text("short").replaceAll(" ", ""),
      extended: text("extended").replaceAll(" ", ""),
      oral: text("oral").replaceAll(" ", ""),
      primary: text("primary"),
      score: text("score"),
    });
  }
  return {
    sheet: sheet.name,
    headerRow: header + 1,
    heading,
    headingText: heading ? headingText : "",
    columns,
    nameColumns: NAMES.flatMap((column) => columns[column] ?? []),
    rows,
    lines: { total, notData },
    otherSheets: book.sheets.filter((one) => one !== sheet && headerIndex(one) >= 0).map(({ name }) => name),
  };
}

/** A printed row of the numbers of columns (forms.md D-23): 1, 2, 3 … under the header. */
function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(plain).filter((text) => text !== "");
  return filled.length >= 5 && filled.every((text, i) => text === String(i + 1));
}

/** A person's key within one year: a keyed hash, because document numbers are few enough to be tried through. */
export function personKey(secret: string, year: string, series: string, document: string): string {
  const same = (text: string) => text.replace(/[\s№-]/g, "").toUpperCase();
  const text = `exam-person|${year}|${same(series)}|${same(document)}`;
  return `p${createHmac("sha256", secret).update(text).digest("hex").slice(0, 32)}`;
}

/**
 * The sheets without what says who a person is, with the person's key where the document stood; only this may be kept, and it
 * is enough to read the protocol again when a person has answered what it left open.
 */
export function withoutPersons(book: Pick<Workbook, "sheets">, reading: ProtocolReading): TextSheet[] {
  const keys = new Map(reading.rows.map(({ row, personKey }) => [row, personKey ?? ""]));
  return book.sheets.map((sheet) => {
    const header = headerIndex(sheet);
    // A sheet that is no protocol could hold anything, so nothing of it is kept.
    if (header < 0) return { ...sheet, rows: [], kinds: [] };
    const columns = columnsOf(sheet.rows[header] ?? []);
    const personal = new Set(PERSONAL.flatMap((column) => columns[column] ?? []));
    const keyOf = (row: number) => (sheet.name === reading.sheet ? (keys.get(row) ?? "") : "");
    return {
      ...sheet,
      rows: sheet.rows.map((row, i) =>
        i <= header
          ? row
          : row.map((text, j) =>
              !personal.has(j + 1) ? text : j + 1 === columns.document ? keyOf(i + 1) : "",
            ),
      ),
    };
  });
}
