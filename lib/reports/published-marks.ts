import type { Figure } from "../platform/format/figure.ts";
import { againstRest, type Direction, directionOf } from "../statistics/difference.ts";
import { type Interval, toPercent } from "../statistics/interval.ts";
import { wilson } from "../statistics/wilson.ts";
import type { PublishedUnit } from "./snapshot.ts";

export type Mark = 2 | 3 | 4 | 5;

/** One mark, or two joined because they are not shown apart. */
export interface MarksPart {
  marks: readonly Mark[];
  count: number;
}

/** The number behind a published figure; null for every kind of silence. */
export function shownValue(figure: Figure | undefined): number | null {
  return figure?.kind === "value" ? figure.value : null;
}

/**
 * The marks of a unit as parts of a whole, joined where they are hidden apart. `tooFew` when the whole cannot be drawn,
 * `absent` when nobody has a mark.
 *
 * @example marksParts(unit) // [{ marks: [2, 3], count: 23 }, { marks: [4], count: 30 }, { marks: [5], count: 15 }]
 */
export function marksParts({ counts }: PublishedUnit): MarksPart[] | "tooFew" | "absent" {
  const n = shownValue(counts.n);
  if (n === null) return "tooFew";
  if (n === 0) return "absent";
  const low = pair([2, 3], shownValue(counts["2"]), shownValue(counts["3"]), shownValue(counts.low));
  const high = pair([4, 5], shownValue(counts["4"]), shownValue(counts["5"]), shownValue(counts.high));
  return low && high ? [...low, ...high] : "tooFew";
}

function pair(
  [first, second]: readonly [Mark, Mark],
  countFirst: number | null,
  countSecond: number | null,
  together: number | null,
): MarksPart[] | null {
  if (countFirst !== null && countSecond !== null)
    return [
      { marks: [first], count: countFirst },
      { marks: [second], count: countSecond },
    ];
  return together === null ? null : [{ marks: [first, second], count: together }];
}

/** «4» and «5» of a unit; null when they or the whole are hidden, or nobody has a mark. */
export function qualityOf({ counts }: PublishedUnit): { part: number; n: number } | null {
  const [part, n] = [shownValue(counts.high), shownValue(counts.n)];
  return part === null || n === null || n === 0 ? null : { part, n };
}

/** Within which bounds the share may lie in another group of the same size: Wilson, from the published counts alone; 0–100. */
export function qualityInterval({ part, n }: { part: number; n: number }): Interval | null {
  return toPercent(wilson(part, n));
}

export type Verdict = Direction;

/**
 * Whether the share of «4» and «5» differs from that of the rest of an area by more than chance (Newcombe: the rest, so
 * that no pupil stands on both sides). Null when something is hidden, the rest is smaller than ten or was published at
 * another time.
 */
export function qualityVerdict(own: PublishedUnit, area: PublishedUnit): Verdict | null {
  const [mine, whole] = [qualityOf(own), qualityOf(area)];
  if (!mine || !whole) return null;
  const found = againstRest(mine, whole);
  return found && mine.n >= 10 && found.rest.n >= 10 ? directionOf(found) : null;
}
