import { headerKey } from "../../results/cells/header-key.ts";
import type { ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { cellText, type PrintedFigure, readCount, readFigure } from "./printed-figure.ts";
import { type FigureLine, ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, type ReportTable, reportedWork, reportTables } from "./report-table.ts";
import { shareSum } from "./share-sum.ts";
import { readUnit } from "./unit-level.ts";

const OUTCOMES = [
  { key: "lowered", word: /^ПОНИЗИЛИ/ },
  { key: "confirmed", word: /^ПОДТВЕРДИЛИ/ },
  { key: "raised", word: /^ПОВЫСИЛИ/ },
] as const;
const GROUPS = headerKey("Группы участников");
/** Three shares, each rounded alone. */
const ROUNDING = 0.1;

/** «Сравнение отметок с отметками по журналу» (forms.md F-07): one line a level with three pairs, or four lines a level. */
export const readJournalComparison: ReportReader = (sheets, fileName) => {
  const draft = new ReportDraft();
  const tables = reportTables(
    sheets,
    (keys) => keys.includes(GROUPS) && (isWide(keys) || keys.includes("%")),
  );
  for (const table of tables) {
    const work = draft.addWork(reportedWork(table, fileName));
    const rows = dataLines(table, draft.lines);
    if (isWide(table.keys)) for (const row of rows) readWide(draft, table, row, work);
    else readLong(draft, table, rows, work);
  }
  return draft.finish();
};

function isWide(keys: readonly string[]): boolean {
  return OUTCOMES.every(({ word }) => keys.some((key) => word.test(key)));
}

/** Each outcome is a pair of columns: its per cent, and right of it «Кол-во участников». */
function readWide(draft: ReportDraft, table: ReportTable, row: number, work: number): void {
  const { sheet, keys } = table;
  const all = columnOf(table, "Кол-во участников(всего)", "Кол-во участников (всего)");
  const total = all >= 0 ? all : columnOf(table, "Кол-во участников");
  const pairs = OUTCOMES.map(({ key, word }) => ({ key, share: keys.findIndex((text) => word.test(text)) }));
  const counts = pairs.map(({ share }) => readCount(sheet, row, share + 1));
  const unit = draft.addUnit(readUnit(sheet.rows[row]?.[keys.indexOf(GROUPS)] ?? ""));
  const line = { sheet, row, unit, work, n: readCount(sheet, row, total) };
  draft.add(line, total, "participants");
  const base = baseOf(counts);
  const printed = pairs.map(({ key, share }) => draft.add(line, share, "journal", key, base));
  for (const { key, share } of pairs) draft.add(line, share + 1, "journalCounts", key, base);
  draft.findings.push(...sharesBeyond(line, printed), ...countSum(line, base));
}

/** Four lines a level: the level's name stands in the first of them or above the three outcomes; «Всего» closes them. */
function readLong(draft: ReportDraft, table: ReportTable, rows: readonly number[], work: number): void {
  const { sheet, keys } = table;
  const [group, count, share] = [
    keys.indexOf(GROUPS),
    columnOf(table, "Кол-во участников"),
    keys.indexOf("%"),
  ];
  let unit = -1;
  let open: { row: number; key: string }[] = [];
  for (const row of rows) {
    const text = cellText(sheet, row, group);
    const outcome = OUTCOMES.find(({ word }) => word.test(headerKey(text)));
    if (outcome) {
      open.push({ row, key: outcome.key });
    } else if (/^всего/i.test(text)) {
      if (unit >= 0)
        closeLong(draft, { sheet, row, unit, work, n: readCount(sheet, row, count) }, open, count, share);
      open = [];
    } else {
      unit = draft.addUnit(readUnit(text));
      open = [];
    }
  }
}

function closeLong(
  draft: ReportDraft,
  line: FigureLine,
  open: readonly { row: number; key: string }[],
  count: number,
  share: number,
): void {
  const { sheet } = line;
  const base = baseOf(open.map(({ row }) => readCount(sheet, row, count)));
  draft.add(line, count, "participants");
  const printed = open.map(({ row, key }) => {
    draft.add({ ...line, row }, count, "journalCounts", key, base);
    draft.add({ ...line, row }, share, "journal", key, base);
    return readFigure(sheet, row, share);
  });
  draft.findings.push(...sharesBeyond(line, printed), ...countSum(line, base));
}

/** Three shares rounded alone seldom add up to 100; only what rounding cannot explain is told. */
function sharesBeyond(line: FigureLine, printed: readonly PrintedFigure[]) {
  return shareSum(line, printed, 100, ROUNDING).filter(({ code }) => code === "reportShareSum");
}

/** Participants with a journal mark: the base of the three shares. */
function baseOf(counts: readonly (number | null)[]): number | null {
  if (counts.length === 0 || counts.some((count) => count === null)) return null;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Fewer than all is the rest without a journal mark (forms.md D-30), more than all cannot be. */
function countSum({ sheet, row, n }: FigureLine, base: number | null) {
  if (base === null || n === null || base === n) return [];
  const place = { sheet: sheet.name, row: row + 1, column: 2, raw: String(n) };
  return base > n
    ? [reportFinding("reportCountsMore", place, { row: row + 1, sum: base, total: n })]
    : [reportFinding("reportWithoutJournal", place, { row: row + 1, rest: n - base })];
}
