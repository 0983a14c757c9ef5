import { headerKey } from "../../results/cells/header-key.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import type { ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { FlatLines } from "./flat-lines.ts";
import { readCount } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, reportedWork, reportTables } from "./report-table.ts";
import { shareSum } from "./share-sum.ts";
import { readUnit } from "./unit-level.ts";

const GROUPS = headerKey("Группы участников");
/** Half a unit of the first decimal for each of some forty columns, seldom all one way. */
const ROUNDING_A_COLUMN = 0.05;

/** «Распределение первичных баллов» (forms.md F-08): per cent of participants per score; the last numbered column is the maximum. The flat table of analysts too. */
export const readScoreDistribution: ReportReader = (sheets, fileName) => {
  const draft = new ReportDraft();
  for (const table of reportTables(
    sheets,
    (keys) => (keys.includes(GROUPS) || FlatLines.is({ keys })) && keys.includes("0") && keys.includes("1"),
  )) {
    const { sheet, keys } = table;
    const scores = keys.flatMap((key, column) => {
      const score = readWhole(key);
      return score === null ? [] : [{ score, column }];
    });
    if (scores.some(({ score }, i) => score !== i)) {
      const gap = scores.findIndex(({ score }, i) => score !== i);
      draft.findings.push(
        reportFinding("reportScoreGap", { sheet: sheet.name, row: table.header + 1 }, { score: gap }),
      );
    }
    const heading = reportedWork(table, fileName);
    const maxScore = scores.at(-1)?.score ?? heading.maxScore;
    const flat = keys.includes(GROUPS) ? null : new FlatLines(draft, table, heading);
    const work = flat ? 0 : draft.addWork({ ...heading, maxScore });
    for (const row of dataLines(table, draft.lines)) {
      const n = readCount(sheet, row, columnOf(table, "Кол-во участников"));
      const line = flat
        ? { sheet, row, unit: flat.unit(row), work: flat.work(row, maxScore), n }
        : {
            ...{ sheet, row, work, n },
            unit: draft.addUnit(readUnit(sheet.rows[row]?.[keys.indexOf(GROUPS)] ?? "")),
          };
      draft.add(line, columnOf(table, "Кол-во участников"), "participants");
      const printed = scores.map(({ score, column }) => draft.add(line, column, "scores", String(score)));
      const beyond = shareSum(line, printed, 100, ROUNDING_A_COLUMN * scores.length);
      draft.findings.push(...beyond.filter(({ code }) => code === "reportShareSum"));
    }
  }
  return draft.finish();
};
