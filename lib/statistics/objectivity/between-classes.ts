import { chiSquaredQuantile, chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { type MarkCounts, marked } from "../marks.ts";
import type { MarkerResult } from "./marker.ts";

export interface BetweenClassesParameters {
  /** Chance of a sign where classes do not differ. */
  readonly level: number;
  /** Cramér's V from which a reliable difference is a strong sign. */
  readonly strongEffect: number;
  /** Classes with fewer pupils are left out. */
  readonly minimumPupils: number;
}

/** Ours: the level of the handbook's composite, and what is usually called a medium effect. */
export const BETWEEN_CLASSES: BetweenClassesParameters = {
  level: 0.01,
  strongEffect: 0.3,
  minimumPupils: 10,
};

export interface BetweenClasses extends MarkerResult<"betweenClasses"> {
  readonly namespace: "ours";
  /** Classes compared. */
  readonly classes: number;
  /** Groups of marks compared: marks nobody has vanish, rare ones are joined with a neighbour. */
  readonly markGroups: readonly (readonly number[])[];
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  /** Cramér's V, 0–1: how large the difference is, whatever the number of pupils. */
  readonly effect: number | null;
}

type Column = { marks: number[]; counts: number[]; total: number };

/** Cochran's rule: no expected count below 1, at most a fifth below 5. */
function isLargeEnough(rows: readonly number[], columns: readonly Column[], n: number): boolean {
  const expected = rows.flatMap((row) => columns.map((column) => (row * column.total) / n));
  return expected.every((one) => one >= 1) && expected.filter((one) => one < 5).length <= expected.length / 5;
}

function join(a: Column, b: Column): Column {
  return {
    marks: [...a.marks, ...b.marks],
    counts: a.counts.map((count, i) => count + b.counts[i]!),
    total: a.total + b.total,
  };
}

/** Joins the rarest mark with its rarer neighbour. By margins alone, so that the data under test have no say in it. */
function joinRarest(columns: readonly Column[]): Column[] {
  const rarest = columns.reduce((least, column, i) => (column.total < columns[least]!.total ? i : least), 0);
  const before = columns[rarest - 1]?.total ?? Number.POSITIVE_INFINITY;
  const after = columns[rarest + 1]?.total ?? Number.POSITIVE_INFINITY;
  const first = before < after ? rarest - 1 : rarest;
  return columns.toSpliced(first, 2, join(columns[first]!, columns[first + 1]!));
}

/**
 * Between-class anomaly (различие отметок по классам параллели), our M7: do the marks of a work differ between the classes of
 * one parallel more than chance allows? Pearson's χ² over classes × marks. Marks too rare for it (Cochran's rule) are joined
 * with a neighbour, classes below the least number of pupils left out. Statistic = χ², limit = its quantile at 1 − level;
 * weak beyond the limit, strong when Cramér's V is at least 0.3 as well.
 *
 * What it cannot say: classes differ honestly, by selection and by teacher. It asks for verification, not for blame, and it
 * does not say which class is the unusual one.
 *
 * Units: pupils; `p` a probability. Statistic null and "insufficient" with fewer than two classes, when all have the same
 * mark, and when even two groups of marks are too rare. R: `chisq.test(counts, correct = FALSE)`.
 * Source: ours, handbook §4.2 M7; Cochran (1954), Biometrics 10:417–451.
 *
 * @example betweenClasses([[0, 4, 12, 9], [0, 14, 8, 3]]).p // 0.0092…
 */
export function betweenClasses(
  classes: readonly MarkCounts[],
  parameters: BetweenClassesParameters = BETWEEN_CLASSES,
): BetweenClasses {
  const compared = classes.filter((counts) => marked(counts) >= parameters.minimumPupils);
  const rows = compared.map(marked);
  const n = rows.reduce((sum, row) => sum + row, 0);
  let columns: Column[] = [2, 3, 4, 5].map((mark, i) => {
    const counts = compared.map((one) => one[i]!);
    return { marks: [mark], counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  columns = columns.filter((column) => column.total > 0);
  while (columns.length > 1 && !isLargeEnough(rows, columns, n)) columns = joinRarest(columns);
  const frame = {
    ...{ namespace: "ours" as const, marker: "betweenClasses" as const, n, classes: rows.length },
    markGroups: columns.map((column) => column.marks),
  };
  if (rows.length < 2 || columns.length < 2) {
    const nothing = { statistic: null, limit: null, degreesOfFreedom: null, p: null, effect: null };
    return { ...frame, ...nothing, verdict: "insufficient" };
  }
  let statistic = 0;
  for (const { counts, total } of columns)
    counts.forEach((count, i) => {
      const expected = (rows[i]! * total) / n;
      statistic += (count - expected) ** 2 / expected;
    });
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const p = chiSquaredUpperTail(statistic, degreesOfFreedom);
  const effect = Math.sqrt(statistic / (n * (Math.min(rows.length, columns.length) - 1)));
  const verdict = () => {
    if (p >= parameters.level) return "none";
    return effect >= parameters.strongEffect ? "strong" : "weak";
  };
  const limit = chiSquaredQuantile(1 - parameters.level, degreesOfFreedom);
  return { ...frame, statistic, limit, degreesOfFreedom, p, effect, verdict: verdict() };
}
