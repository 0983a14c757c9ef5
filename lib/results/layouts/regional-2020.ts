import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { readLogin } from "#lib/results/cells/login.ts";
import { formFinding } from "#lib/results/form-findings.ts";
import { closing, column, needed, requiredHeaders } from "./columns.ts";
import { workNamedByFile } from "./file-title.ts";
import type { Layout } from "./layout.ts";
import { isFilled } from "./line-kind.ts";
import { numberedTask } from "./numbered-task.ts";
import { hasForm, readForm } from "./read-form.ts";

/** Columns of layout B, the regional export of autumn 2020 (forms.md F-13). What stands right of «Учебник» looks like tasks and is none (D-19). */
const COLUMNS = [
  needed("login", "user"),
  needed("code", "code"),
  needed("class", "klass"),
  needed("total", "sum"),
  needed("municipality", "groups"),
  column("journal", "otc"),
  column("sex", "gender"),
  column("variant", "var-1"),
  column("variant", "var-2"),
  column("known", "id"),
  { ...closing("known", "Учебник"), required: false },
];
/** The tag of a municipality among some ninety others (D-21). */
const MUNICIPALITY = /(?:^|,)\s*(reg\d{2}_vpr_m\d{3})\s*(?=,|$)/g;

/**
 * Layout B: a row for every pupil of many schools. The pupils of the next grade wrote in autumn, so the grade of the file's
 * name is the tested one and the classes are a year older.
 */
export const regional2020: Layout = {
  code: "B",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book, fileName = "") =>
    readForm(
      "B",
      book,
      COLUMNS,
      (sheet, header, headerIndex) => {
        const { columns } = header;
        const findings: Finding[] = [];
        leaveOutEmpty(header.variantColumns, sheet, headerIndex);
        return {
          work: workNamedByFile(fileName),
          lines: {
            totalIsResult: true,
            school(row, index) {
              const text = row[(columns.municipality ?? 0) - 1] ?? "";
              const tags = new Set([...text.matchAll(MUNICIPALITY)].map((match) => match[1] ?? ""));
              if (tags.size !== 1) {
                const place = { sheet: sheet.name, row: index + 1, column: columns.municipality ?? null };
                const code = tags.size === 0 ? "municipalityTagMissing" : "municipalityTagsSeveral";
                findings.push(
                  formFinding(code, { ...place, raw: [...tags].join(", ") || null }, { count: tags.size }),
                );
              }
              return {
                login: readLogin(row[(columns.login ?? 0) - 1] ?? ""),
                schoolName: null,
                municipality: tags.size === 1 ? ([...tags][0] ?? null) : null,
              };
            },
          },
          findings,
        };
      },
      numberedTask(/^a-(\d{1,2})-grade$/i),
    ),
};

/** A work of one part leaves the column of the second variant blank from top to bottom; then it says nothing. */
function leaveOutEmpty(variantColumns: number[], sheet: TextSheet, headerIndex: number): void {
  for (const column of variantColumns.slice(1)) {
    const isUsed = sheet.rows.some((row, i) => i > headerIndex && isFilled(row[column - 1]));
    if (!isUsed) variantColumns.splice(variantColumns.indexOf(column), 1);
  }
}
