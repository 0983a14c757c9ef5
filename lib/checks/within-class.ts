import { marked } from "../statistics/marks.ts";
import { identicalAnswers } from "../statistics/objectivity/identical-answers.ts";
import type { Summary } from "../statistics/summary.ts";
import { type CheckFacts, wholeSchool } from "./facts.ts";
import { type Found, linesOnly, namedRows } from "./found.ts";
import { atLeast } from "./limits.ts";
import { measured, unitOf } from "./measures.ts";
import type { ParametersOf } from "./templates.ts";

/** The groups that a rule of this level looks at: every class, or the school as one. */
export function groupsOf(level: "class" | "school", facts: CheckFacts): [label: string, summary: Summary][] {
  return level === "class" ? [...facts.classes] : [[wholeSchool, facts.whole]];
}

/** A figure at or beyond a limit, in groups that are large enough. */
export function figureBeyond(rule: ParametersOf<"figureBeyond">, facts: CheckFacts): Found[] {
  return groupsOf(rule.level, facts).flatMap(([classLabel, summary]) => {
    const figure = measured(rule.measure, summary);
    if (figure === null || figure.pupils < rule.minimum) return [];
    const beyond =
      rule.side === "above" ? atLeast(figure.value, rule.limit) : atLeast(rule.limit, figure.value);
    if (!beyond) return [];
    const unit = unitOf(rule.measure);
    const numbers = linesOnly([
      { name: rule.measure, value: figure.value, unit },
      { name: rule.side === "above" ? "limitAbove" : "limitBelow", value: rule.limit, unit },
      { name: "pupils", value: figure.pupils, unit: "count" },
    ]);
    return { classLabel, numbers, basis: summary };
  });
}

/** Every pupil of a class has the same total, or the same mark. */
export function allTheSame(rule: ParametersOf<"allTheSame">, facts: CheckFacts): Found[] {
  return [...facts.classes].flatMap(([classLabel, summary]) => {
    const counts: readonly number[] = rule.of === "total" ? summary.histogram : summary.marks;
    const pupils = rule.of === "total" ? summary.scored : marked(summary.marks);
    const used = counts.flatMap((count, at) => (count > 0 ? [at] : []));
    const [only] = used;
    if (only === undefined || used.length > 1 || pupils < rule.minimum) return [];
    const value = rule.of === "total" ? only : marksInOrder[only]!;
    const numbers = linesOnly([
      { name: rule.of === "total" ? "sameTotal" : "sameMark", value, unit: "plain" },
      { name: "pupils", value: pupils, unit: "count" },
    ]);
    return { classLabel, numbers, basis: summary };
  });
}

/** Pupils of a class whose points agree in every task, as a share; by the portal's own marker. */
export function identical(rule: ParametersOf<"identicalAnswers">, facts: CheckFacts): Found[] {
  return [...Map.groupBy(facts.rows, (row) => row.classLabel)].flatMap(([classLabel, members]) => {
    // In the order of codes: the database gives rows in any order, and the fingerprint must not know it.
    const inOrder = [...members].sort((a, b) => (a.code < b.code ? -1 : 1));
    const groups = [...Map.groupBy(inOrder, (row) => row.items.join(" ")).values()];
    const patterns = groups.map((group) => ({ count: group.length, score: group[0]!.totalItems }));
    const share = rule.limit / 100;
    const answer = identicalAnswers(patterns, facts.maxScore, {
      ...{ weak: share, strong: 1, minimumPupils: rule.minimum },
    });
    if (answer.statistic === null || answer.verdict === "insufficient" || answer.verdict === "none")
      return [];
    const sharing = groups
      .filter((group) => group.length > 1 && isBetween(group[0]!.totalItems, facts.maxScore))
      .sort((a, b) => b.length - a.length || (a[0]!.code < b[0]!.code ? -1 : 1))
      .flat();
    const rows = sharing.map(({ code, totalItems }) => ({ code, stands: totalItems, expected: null }));
    const numbers = {
      lines: [
        { name: "identicalShare", value: answer.statistic * 100, unit: "percent" as const },
        { name: "limitAbove", value: rule.limit, unit: "percent" as const },
        { name: "sharing", value: answer.sharing, unit: "count" as const },
        { name: "largest", value: answer.largest, unit: "count" as const },
        { name: "pupils", value: answer.n, unit: "count" as const },
      ],
      rows: rows.slice(0, namedRows),
      rowCount: rows.length,
    };
    return { classLabel, numbers, basis: sharing.map(({ code, items }) => [code, items]) };
  });
}

const marksInOrder = [2, 3, 4, 5];
/** Patterns of no points and of all points agree of themselves. */
const isBetween = (score: number, max: number) => score > 0 && score < max;
