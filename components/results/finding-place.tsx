import type { Finding } from "#lib/platform/workbook/finding.ts";
import { columnLetters } from "#lib/results/column-name.ts";
import { columnText } from "#lib/results/findings-table.ts";
import type { UnderstoodWork } from "#lib/results/understood.ts";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  importId: number;
  works: readonly UnderstoodWork[];
  finding: Finding;
}

/** Where a finding stands, «строка 12, столбец «5»», as a link to that place; and the text as it stands in the file. */
export function FindingPlace({ words, importId, works, finding }: Props) {
  const { t } = words;
  const { sheet, row, raw } = finding;
  const text = placeText(words, works, finding);
  return (
    <>
      {sheet === null || row === null ? text : <a href={lineHref(importId, finding)}>{text}</a>}
      {raw === null || row === null ? null : (
        <span className="text-ink-2 wrap-anywhere">
          {"; "}
          {raw.trim() === "" ? t("results.findings.rawBlank") : t("results.findings.raw", { raw })}
        </span>
      )}
    </>
  );
}

/** True when a finding is about the file as a whole, as far as a reader can tell: the only sheet is the file to them. */
export function isAboutFile(works: readonly UnderstoodWork[], { sheet, row }: Finding): boolean {
  return row === null && (sheet === null || isOnlySheet(works, sheet));
}

function isOnlySheet(works: readonly UnderstoodWork[], sheet: string): boolean {
  return works.length === 1 && works[0]?.sheet === sheet;
}

function placeText({ t }: Words, works: readonly UnderstoodWork[], finding: Finding): string {
  const { sheet, row, column } = finding;
  if (sheet === null || isAboutFile(works, finding)) return t("results.findings.wholeFile");
  const name = columnText(t, works, finding);
  const parts = [
    // Where all results stand on one sheet, its name in every line is noise.
    ...(isOnlySheet(works, sheet) ? [] : [t("results.findings.sheet", { sheet })]),
    ...(row === null ? [] : [t("results.findings.row", { row })]),
    ...(column === null
      ? []
      : [
          name === null
            ? t("results.findings.column", { letters: columnLetters(column) })
            : t("results.findings.columnNamed", { name }),
        ]),
  ];
  return parts.join(", ");
}

function lineHref(importId: number, { sheet, row, column }: Finding): string {
  const query = new URLSearchParams({ sheet: sheet ?? "", row: String(row) });
  if (column !== null) query.set("col", String(column));
  return `/results/imports/${importId}/rows?${query}#r${row}${column === null ? "" : `c${column}`}`;
}
