import { plain } from "#lib/platform/text/plain.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { readWhole } from "#lib/results/cells/whole-number.ts";
import { isFilled } from "./line-kind.ts";

/** A labelled value of the lines above a table: `Предмет: | Русский язык`. Row and column are those of the value, 1-based. */
export interface HeadingValue {
  text: string;
  row: number;
  column: number;
}

/**
 * The value beside a label (a header key, or a pattern of one) in the rows above the header (`before` = index of the header
 * row), or behind the label's colon in the same cell. Null when the label is not there or has no value.
 */
export function headingValue(sheet: TextSheet, before: number, label: RegExp | string): HeadingValue | null {
  const matches = (text: string) => {
    const key = headerKey(text);
    return typeof label === "string" ? key === label : label.test(key);
  };
  for (let i = 0; i < before; i++) {
    const row = sheet.rows[i] ?? [];
    const column = row.findIndex(matches);
    if (column < 0) continue;
    const colon = (row[column] ?? "").indexOf(":");
    const inside = colon < 0 ? "" : plain((row[column] ?? "").slice(colon + 1));
    if (inside !== "") return { text: inside, row: i + 1, column: column + 1 };
    const next = row.findIndex((text, at) => at > column && isFilled(text));
    if (next >= 0) return { text: plain(row[next] ?? ""), row: i + 1, column: next + 1 };
  }
  return null;
}

/** The title of Ф1: `ВПР 2026 Русский язык 4 класс` (forms.md F-05), with the text around it as printed. */
export interface FormTitle {
  year: number;
  subject: string;
  grade: number;
  printed: string;
  row: number;
  column: number;
}

const TITLE =
  /ВПР[\s.,-]+(\d{4})(?:\s*г(?:од|\.)?)?[\s.,-]+(.+?)[\s.,-]+(\d{1,2})\s*(?:-?[а-я]{1,2}\s+)?класс/i;

/** The first title line above the header, or null. */
export function readTitle(sheet: TextSheet, before: number): FormTitle | null {
  for (let i = 0; i < before; i++) {
    const row = sheet.rows[i] ?? [];
    for (let j = 0; j < row.length; j++) {
      const text = row[j] ?? "";
      if (text.length > 400 || !text.includes("ВПР")) continue;
      const match = TITLE.exec(plain(text));
      const [year, grade] = [readWhole(match?.[1] ?? ""), readWhole(match?.[3] ?? "")];
      if (!match || year === null || grade === null) continue;
      return { year, subject: match[2] ?? "", grade, printed: plain(text), row: i + 1, column: j + 1 };
    }
  }
  return null;
}
