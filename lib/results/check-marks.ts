import type { Finding } from "../platform/workbook/finding.ts";
import type { Mark } from "./cells/mark.ts";
import type { CheckedRow, Scale } from "./check.ts";
import type { WorkPlan } from "./check-works.ts";
import { formFinding } from "./form-findings.ts";

/** Marks by primary score, index = score: none = the scale does not cover it, several = its printed bands overlap there. */
export type MarkTable = readonly (readonly Mark[])[];

const NO_MARKS: readonly Mark[] = [];

/** The bands of a scale laid out by score, so that a mark is one look-up a row. */
export function markTable(scale: Scale | null, maxScore: number): MarkTable {
  if (scale === null) return [];
  const table: Mark[][] = Array.from({ length: maxScore + 1 }, () => []);
  for (const band of scale.bands) {
    for (let score = band.from; score <= band.to && score <= maxScore; score++) table[score]?.push(band.mark);
  }
  return table;
}

/**
 * The mark of a score by the scale. Where two bands overlap, the mark printed in the protocol is taken when it is one of
 * them; where none is printed the mark is undecided, null, until the edition of the scale settles it (forms.md D-29).
 */
export function markByScale(table: MarkTable, score: number | null, printed: Mark | null): Mark | null {
  const marks = score === null ? NO_MARKS : (table[score] ?? NO_MARKS);
  if (marks.length === 1) return marks[0] ?? null;
  return printed !== null && marks.includes(printed) ? printed : null;
}

/** More than this share of rows with another mark than the scale's, and at least `FEWEST`, is one message for the file. */
const SHARE = 0.03;
const FEWEST = 3;

/** One message for a work when many printed marks differ from the scale: then the edition is the first suspect (D-42). */
export function markFindings(plans: readonly WorkPlan[], rows: readonly CheckedRow[]): Finding[] {
  const counts = new Map<number, { compared: number; differ: number; undecided: number }>();
  for (const row of rows) {
    if (row.status !== "present") continue;
    let count = counts.get(row.workId);
    if (!count) {
      count = { compared: 0, differ: 0, undecided: 0 };
      counts.set(row.workId, count);
    }
    if (row.markScale === null) {
      if (row.totalPrinted !== null) count.undecided++;
    } else if (row.markFile !== null) {
      count.compared++;
      if (row.markFile !== row.markScale) count.differ++;
    }
  }
  const found: Finding[] = [];
  for (const plan of firstOfEachWork(plans)) {
    const count = plan.facts ? counts.get(plan.facts.id) : undefined;
    if (!plan.facts || !count) continue;
    const place = { sheet: plan.reading.sheet };
    const params = { work: plan.facts.code, edition: plan.facts.scale?.edition ?? 0 };
    if (count.differ >= FEWEST && count.differ > SHARE * count.compared) {
      found.push(
        formFinding("marksNotByScale", place, { ...params, count: count.differ, compared: count.compared }),
      );
    }
    if (plan.facts.scale !== null && count.undecided > 0) {
      found.push(formFinding("scaleAmbiguous", place, { ...params, count: count.undecided }));
    }
  }
  return found;
}

function firstOfEachWork(plans: readonly WorkPlan[]): WorkPlan[] {
  return plans.filter((plan, i) => plans.findIndex((other) => other.facts?.id === plan.facts?.id) === i);
}
