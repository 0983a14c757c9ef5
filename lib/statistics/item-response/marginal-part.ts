import type { DroppedItem } from "./not-estimable.ts";
import { MISSING, type ResponseTable } from "./responses.ts";

/** Persons who were given the same items and answered all of them alike. */
export interface AnswerPattern {
  /** 0 or 1, in the order of the group's items. */
  readonly answers: Uint8Array;
  readonly score: number;
  readonly persons: number;
}

export interface PatternGroup {
  /** Places in `kept`. */
  readonly items: readonly number[];
  readonly patterns: readonly AnswerPattern[];
}

/** Right–wrong answers as marginal estimation takes them. */
export interface MarginalPart {
  /** Indices of the items that both some solved and some failed. */
  readonly kept: readonly number[];
  readonly groups: readonly PatternGroup[];
  /** By place in `kept`. */
  readonly solved: readonly number[];
  readonly given: readonly number[];
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
}

/** Persons with any answer to an item that discriminates, counted by pattern; items that all solved or failed are dropped. */
export function marginalPart({ persons, items, points }: ResponseTable): MarginalPart {
  const given = new Float64Array(items);
  const solved = new Float64Array(items);
  points.forEach((value, at) => {
    if (value === MISSING) return;
    given[at % items]!++;
    solved[at % items]! += value;
  });
  const dropped = [...given.keys()].flatMap((item): DroppedItem[] => {
    if (given[item] === 0) return [{ item, reason: "noAnswers" }];
    if (solved[item] === 0) return [{ item, reason: "allZero" }];
    return solved[item] === given[item] ? [{ item, reason: "allFull" }] : [];
  });
  const gone = new Set(dropped.map(({ item }) => item));
  const kept = [...given.keys()].filter((item) => !gone.has(item));
  const byPattern = new Map<string, number>();
  for (let person = 0; person < persons; person++) {
    let key = "";
    for (const item of kept) {
      const value = points[person * items + item]!;
      key += value === MISSING ? "-" : value;
    }
    byPattern.set(key, (byPattern.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, { items: number[]; patterns: AnswerPattern[] }>();
  let personsUsed = 0;
  for (const [key, count] of byPattern) {
    const places = [...kept.keys()].filter((place) => key[place] !== "-");
    if (places.length === 0) continue;
    const answers = Uint8Array.from(places, (place) => Number(key[place]));
    const set = key.replaceAll("0", "1");
    const group = groups.get(set) ?? { items: places, patterns: [] };
    groups.set(set, group);
    group.patterns.push({ answers, score: answers.reduce((sum, x) => sum + x, 0), persons: count });
    personsUsed += count;
  }
  return {
    kept,
    groups: [...groups.values()],
    solved: kept.map((item) => solved[item]!),
    given: kept.map((item) => given[item]!),
    personsUsed,
    dropped,
  };
}
