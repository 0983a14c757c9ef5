import type { MarkerResult } from "./marker.ts";

export interface MarkerComposite {
  /** Strong markers count 1, weak ones ½. */
  readonly score: number;
  readonly strong: number;
  readonly weak: number;
  /** Markers that could be computed. */
  readonly tests: number;
  readonly insufficient: number;
  /** How many of so many tests mark a school by chance alone. */
  readonly expectedByChance: number;
}

/**
 * Composite of markers (сводный показатель признаков) of one school in one year: Σ strong + ½ Σ weak, always beside the number of
 * tests run and how many of them chance would mark. Official and own markers are not to be mixed in one composite: a
 * RangeError says so.
 *
 * What it cannot say: the markers are not independent (one unusual work sets off several), so the score is no probability and
 * orders no schools. To choose among many schools, adjust their p-values (`benjaminiHochberg`, q = 0.1).
 *
 * Units: markers. Never null: nothing computed gives 0 of 0 tests. Source: ours, handbook §4.2, Composite.
 * R: no equivalent.
 *
 * @example markerComposite([repeatedMarker(["strong", "none", "strong"]), repeatedMarker(["none", "none"])]).score // 1
 */
export function markerComposite(results: readonly MarkerResult[], level = 0.01): MarkerComposite {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies between 0 and 1, got ${level}`);
  if (new Set(results.map(({ namespace }) => namespace)).size > 1)
    throw new RangeError("Official markers and our own are not counted together");
  const count = (verdict: string) => results.filter((one) => one.verdict === verdict).length;
  const [strong, weak, insufficient] = [count("strong"), count("weak"), count("insufficient")];
  const tests = results.length - insufficient;
  return { score: strong + weak / 2, strong, weak, tests, insufficient, expectedByChance: level * tests };
}
