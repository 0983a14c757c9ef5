import type { WorkFacts } from "../assessments/rules.ts";
import type { WorkReading } from "../results/layouts/layout.ts";
import { matchWorks, type WorkMatch } from "../results/match-works.ts";
import type { Given } from "../results/schema.ts";
import type { ReportedWork } from "./report.ts";

/** Finds the work of the bank that a report is about, by the same rules as a file of pupils' results (never a guess). */
export function matchReportWork(
  work: ReportedWork,
  known: readonly WorkFacts[],
  given: Given,
): WorkMatch | null {
  return work.exam === "vpr" ? matchWorks(asReading(work), known, given) : null;
}

function asReading(work: ReportedWork): WorkReading {
  const { year, grade, subject, level, title, sheet, headerRow, readFrom } = work;
  return {
    ...{ year, grade, subject, level, title, sheet, headerRow, readFrom },
    workCode: null,
    declaredMax: work.maxScore,
    tasks: work.tasks.map(({ code, printed, max }, i) => ({
      ...{ code, printed, max },
      difficulty: null,
      column: i + 1,
      part: 1 as const,
    })),
    byPosition: false,
    columns: {},
    variantColumns: [],
    classNumbers: false,
    classList: null,
  };
}
