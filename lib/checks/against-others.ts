import { contingencyOf } from "../statistics/association/contingency.ts";
import { spearmanFromTable } from "../statistics/association/spearman.ts";
import { changeInPoints } from "../statistics/change.ts";
import { apartPercent, journalAgreement } from "../statistics/journal-agreement.ts";
import type { CheckFacts } from "./facts.ts";
import { type Found, linesOnly } from "./found.ts";
import { atLeast } from "./limits.ts";
import { differenceUnitOf, measured, unitOf } from "./measures.ts";
import type { ParametersOf } from "./templates.ts";
import { groupsOf } from "./within-class.ts";

/** A figure has moved from the year before by the limit or more. Both years must have enough pupils. */
export function changedFromLastYear(rule: ParametersOf<"changedFromLastYear">, facts: CheckFacts): Found[] {
  const earlier = facts[rule.against];
  if (earlier === null) return [];
  return groupsOf(rule.level, facts).flatMap(([classLabel, summary]) => {
    const last = rule.level === "school" ? earlier.whole : (earlier.classes.get(classLabel) ?? null);
    const now = measured(rule.measure, summary);
    const before = last && measured(rule.measure, last);
    if (!now || !before || now.pupils < rule.minimum || before.pupils < rule.minimum) return [];
    const change = changeInPoints(before.value, now.value);
    if (change === null || !isBeyond(change, rule.direction, rule.limit)) return [];
    const [unit, moved] = [unitOf(rule.measure), differenceUnitOf(rule.measure)];
    const numbers = linesOnly([
      { name: rule.measure, value: now.value, unit },
      { name: "lastYear", value: before.value, unit, year: earlier.year },
      { name: "change", value: change, unit: moved },
      { name: "limitChange", value: rule.limit, unit: moved },
      { name: "pupils", value: now.pupils, unit: "count" },
      { name: "pupilsBefore", value: before.pupils, unit: "count", year: earlier.year },
    ]);
    return { classLabel, numbers, basis: [summary, last] };
  });
}

/** Does a difference reach the limit in the direction that the rule looks in? */
export function isBeyond(value: number, direction: "both" | "up" | "down", limit: number): boolean {
  if (direction === "up") return atLeast(value, limit);
  if (direction === "down") return atLeast(-value, limit);
  return atLeast(Math.abs(value), limit);
}

/** Too many marks of the work are higher than, lower than or two marks away from those of the journal. */
export function journalShare(rule: ParametersOf<"journalShare">, facts: CheckFacts): Found[] {
  return groupsOf(rule.level, facts).flatMap(([classLabel, summary]) => {
    const agreement = journalAgreement(summary.journal);
    if (agreement === null || agreement.base < rule.minimum) return [];
    const shares = {
      higher: agreement.raisedPercent,
      lower: agreement.loweredPercent,
      apart: apartPercent(agreement),
    };
    const value = shares[rule.which];
    if (!atLeast(value, rule.limit)) return [];
    const numbers = linesOnly([
      { name: rule.which, value, unit: "percent" },
      { name: "limitAbove", value: rule.limit, unit: "percent" },
      { name: "confirmed", value: agreement.confirmedPercent, unit: "percent" },
      { name: "bothMarks", value: agreement.base, unit: "count" },
    ]);
    return { classLabel, numbers, basis: summary.journal };
  });
}

/** Marks of the work and of the journal do not rise together: Spearman's coefficient at or below the limit. */
export function journalSpearman(rule: ParametersOf<"journalSpearman">, facts: CheckFacts): Found[] {
  return groupsOf(rule.level, facts).flatMap(([classLabel, summary]) => {
    const agreement = journalAgreement(summary.journal);
    if (agreement === null || agreement.base < rule.minimum) return [];
    const value = spearmanFromTable(contingencyOf(summary.journal, 4));
    if (value === null || !atLeast(rule.limit, value)) return [];
    const numbers = linesOnly([
      { name: "spearman", value, unit: "plain" },
      { name: "limitBelow", value: rule.limit, unit: "plain" },
      { name: "bothMarks", value: agreement.base, unit: "count" },
    ]);
    return { classLabel, numbers, basis: summary.journal };
  });
}
