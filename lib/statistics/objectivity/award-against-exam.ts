import { checkCounts, type Interval } from "../interval.ts";
import { wilson } from "../wilson.ts";
import type { MarkerResult } from "./marker.ts";

export interface AwardAgainstExam extends MarkerResult<"awardAgainstExam"> {
  readonly namespace: "ours";
  /** Share of the holders who stand below the minimum, per cent; null without holders. */
  readonly percent: number | null;
  /** Wilson's interval of that share as a fraction 0–1; null without holders. */
  readonly interval: Interval | null;
}

/**
 * Holders of an award whose exams do not confirm it: those with any result below the minimum of the award. A medal of the
 * first degree asks 70 points in the exams taken, of the second 60 (from 2024 on); the certificate with honours of grade 9 the mark 5.
 * A holder without results is none of them; give only holders who sat an exam.
 *
 * Units: persons. Never null (0 for nobody). A RangeError for a result that is no number. R: `sum(sapply(x, function(r) any(r < m)))`.
 * Source: handbook §4.2 M8.
 *
 * @example holdersBelow([[92, 71], [88, 69], [70]], 70) // 1
 */
export function holdersBelow(results: readonly (readonly number[])[], minimum: number): number {
  if (!Number.isFinite(minimum)) throw new RangeError(`Not a least result: ${minimum}`);
  for (const result of results.flat())
    if (!Number.isFinite(result)) throw new RangeError(`Not a result of an exam: ${result}`);
  return results.filter((own) => own.some((result) => result < minimum)).length;
}

/**
 * Award against the exam (медалисты, подтвердившие и не подтвердившие результат), our M8: how many holders of a medal, of a
 * certificate with honours or of a yearly mark 5 stand below the minimum of it in the exam. Statistic = their number; the
 * limit is one holder; strong from two holders, because one bad day of one pupil is no pattern.
 *
 * What it cannot say: whether the teaching or the marking was at fault, or the day. The share of a handful of medalists has
 * a very wide interval: show it. Such counts concern single pupils and are never public.
 *
 * Units: persons; `percent` 0–100. Share and interval null, verdict "insufficient", without holders. A RangeError for counts that are none.
 * R: `prop.test(k, n, correct = FALSE)`. Source: practice; degrees ours; handbook §4.2 M8.
 *
 * @example awardAgainstExam(1, 8) // { statistic: 1, limit: 1, n: 8, verdict: "weak", percent: 12.5, … }
 */
export function awardAgainstExam(
  below: number,
  holders: number,
  { strong = 2 }: { strong?: number } = {},
): AwardAgainstExam {
  checkCounts(below, holders);
  if (!Number.isInteger(strong) || strong < 1) throw new RangeError(`Not a number of holders: ${strong}`);
  const verdict = () => {
    if (holders === 0) return "insufficient";
    if (below === 0) return "none";
    return below >= strong ? "strong" : "weak";
  };
  return {
    ...{ namespace: "ours", marker: "awardAgainstExam", statistic: holders === 0 ? null : below, limit: 1 },
    ...{ n: holders, verdict: verdict(), interval: wilson(below, holders) },
    percent: holders === 0 ? null : (100 * below) / holders,
  };
}
