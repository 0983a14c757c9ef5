import { CELL } from "./cell.ts";
import { fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";
import { headerKey, looksLikeDate, shownHeader, taskKey } from "./header-key.ts";

export interface TableHeader {
  /** 1-based column of the sheet */
  column: number;
  /** as printed, on one line */
  header: string;
  /** the form in which headers are compared (see headerKey) */
  key: string;
}

/** Days 2000-01-01 to 2099-12-31 as a workbook stores them. A task is never numbered so high. */
const FIRST_DATE = 36_526;
const LAST_DATE = 73_050;

/** The named columns of a header row and everything that is wrong with their names; any finding refuses the table. */
export function readHeaders(
  sheet: string,
  row: number,
  texts: readonly string[],
  kinds: Uint8Array,
): { headers: TableHeader[]; findings: Finding[] } {
  const headers: TableHeader[] = [];
  const findings: Finding[] = [];
  texts.forEach((text, index) => {
    const header = shownHeader(text);
    if (header === "") return;
    const column = index + 1;
    headers.push({ column, header, key: headerKey(text) });
    const isStoredDate =
      kinds[index] === CELL.number && Number(text) >= FIRST_DATE && Number(text) <= LAST_DATE;
    if (isStoredDate || looksLikeDate(text)) {
      findings.push(fileFinding("headerLooksLikeDate", { header }, { sheet, row, column, raw: text }));
    }
  });
  return { headers, findings: [...findings, ...sameNames(sheet, row, headers)] };
}

/**
 * Columns that cannot be told apart. A name that repeats is a duplicate; numbers of tasks that differ in print and mean the
 * same task are ambiguous, because only a person knows whether one of them is a slip.
 */
function sameNames(sheet: string, row: number, headers: readonly TableHeader[]): Finding[] {
  const findings: Finding[] = [];
  const groups = Map.groupBy(headers, ({ header, key }) => (/^\d/.test(key) ? taskKey(header) : key));
  for (const group of groups.values()) {
    const [first, second] = group;
    if (first === undefined || second === undefined) continue;
    const isTask = /^\d/.test(first.key);
    const differInPrint = new Set(group.map(({ header }) => header.toLowerCase())).size > 1;
    const params = {
      header: first.header,
      other: second.header,
      columns: group.map(({ column }) => column).join(", "),
    };
    const code = isTask && differInPrint ? "ambiguousHeader" : "duplicateHeader";
    findings.push(fileFinding(code, params, { sheet, row, column: second.column, raw: second.header }));
  }
  return findings;
}
