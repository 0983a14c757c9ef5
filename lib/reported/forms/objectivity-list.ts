import { readSubject } from "../../assessments/subjects.ts";
import { plain } from "../../platform/text/plain.ts";
import { headerKey } from "../../results/cells/header-key.ts";
import { readLogin } from "../../results/cells/login.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import { isLine } from "../../results/layouts/line-kind.ts";
import type { ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { cellText, readFigure } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { columnOf, type LineCount, type ReportTable, reportTables } from "./report-table.ts";

const NEEDED = ["Логин", "Количество маркеров"].map(headerKey);
/** «4 РУ»: grade and subject of the work whose marker it is. */
const MARKER = /^(\d{1,2}) ?([А-ЯЁ]{2,4})$/;

/**
 * The region's objectivity list (forms.md F-18): markers of each school by grade and subject. The sum of the columns may be
 * less than the number of markers, which may count markers without a column: a warning only.
 */
export const readObjectivityList: ReportReader = (sheets) => {
  const draft = new ReportDraft();
  for (const table of reportTables(sheets, (keys) => NEEDED.every((key) => keys.includes(key)))) {
    const works = new Map<string, number>();
    const markers = table.keys.flatMap((key, column) => {
      const match = MARKER.exec(key);
      const subject = match ? readSubject(match[2] ?? "") : null;
      return subject === null ? [] : [{ column, key: `${match?.[1]} ${subject}` }];
    });
    for (const row of lines(table, draft.lines)) readLine(draft, table, row, markers, works);
  }
  return draft.finish();
};

function lines({ sheet, header }: ReportTable, count: LineCount): number[] {
  return sheet.rows.flatMap((cells, i) => {
    if (!isLine(cells, sheet.kinds[i] ?? new Uint8Array())) return [];
    const isSchool = i > header && cells.some((text) => readLogin(plain(text)) !== null);
    count.add(i < header ? "heading" : i === header ? "header" : isSchool ? "data" : "note");
    return isSchool ? [i] : [];
  });
}

function readLine(
  draft: ReportDraft,
  table: ReportTable,
  row: number,
  markers: readonly { column: number; key: string }[],
  works: Map<string, number>,
): void {
  const { sheet } = table;
  const login = readLogin(cellText(sheet, row, columnOf(table, "Логин")));
  const year = readWhole(cellText(sheet, row, columnOf(table, "Год")));
  const work =
    works.get(String(year)) ??
    draft.addWork({
      ...{ exam: "objectivity", year, grade: null, subject: "", level: null, title: null, maxScore: null },
      ...{ tasks: [], sheet: sheet.name, headerRow: table.header + 1, readFrom: { year: "column" } },
    });
  works.set(String(year), work);
  const unit = draft.addUnit({
    kind: "school",
    name: cellText(sheet, row, columnOf(table, "ОО")),
    login: login === null ? null : `edu${login}`,
    place: cellText(sheet, row, columnOf(table, "Муниципалитет")),
  });
  const line = { sheet, row, unit, work, n: null };
  const total = draft.add(line, columnOf(table, "Количество маркеров"), "markers").value;
  const parts = markers.map(({ column, key }) => {
    draft.add(line, column, "marker", key);
    return readFigure(sheet, row, column).value ?? 0;
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  if (total !== null && sum !== total) {
    const place = { sheet: sheet.name, row: row + 1, column: columnOf(table, "Количество маркеров") + 1 };
    draft.findings.push(reportFinding("reportMarkersSum", { ...place, raw: String(total) }, { sum, total }));
  }
}
