import type { ReadTx } from "../platform/access/as-viewer.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import { mean } from "../statistics/moments.ts";
import type { EntryPlace } from "./find-entry.ts";

/** A mean of last year to put beside the running one. `parallel` = this school's whole grade then; `class` = the class of this name then; `pupils` = the same pupils a grade lower. */
export interface EarlierMean {
  kind: "parallel" | "class" | "pupils";
  year: number;
  label: string;
  mean: number;
  maxScore: number;
  scored: number;
}

/** Mean primary scores of last year in the same subject: of the parallel, of the class of the same name, and of these pupils. */
export async function earlierMeans(
  tx: ReadTx,
  place: EntryPlace,
  classLabel: string,
): Promise<EarlierMean[]> {
  const { work, school } = place;
  const grade = work.gradeWriting;
  const younger = grade > 1 ? classLabel.replace(String(grade), String(grade - 1)) : classLabel;
  const rows = await tx.$queryRaw<
    {
      tested: number;
      year: number;
      label: string;
      maxScore: number;
      scored: number;
      sum: bigint;
      squares: bigint;
    }[]
  >`
    SELECT w.grade_tested::int AS tested, w.year::int AS year, s.class_label AS label, w.max_score::int AS "maxScore", s.scored, s.score_sum AS sum, s.score_square_sum AS squares
    FROM summary s JOIN work w ON w.id = s.work_id JOIN work this ON this.id = ${work.id}
    WHERE s.school_id = ${school.id} AND s.year = ${work.year - 1} AND w.kind = this.kind AND w.subject = this.subject AND w.level = this.level
      AND w.season = this.season AND s.scored > 0 AND (
        (w.grade_tested = this.grade_tested AND s.class_label IN (${wholeSchool}, ${classLabel}))
        OR (w.grade_tested = this.grade_tested - 1 AND s.class_label = ${younger}))`;
  const order = ["parallel", "class", "pupils"] as const;
  return rows
    .flatMap(({ tested, label, sum, squares, scored, ...rest }): EarlierMean[] => {
      const value = mean({ n: scored, sum: Number(sum), squareSum: Number(squares) });
      if (value === null) return [];
      const kind = tested !== work.gradeTested ? "pupils" : label === wholeSchool ? "parallel" : "class";
      return [{ kind, label: kind === "parallel" ? "" : label, mean: value, scored, ...rest }];
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
