/** A school near another one. */
export interface Neighbour {
  readonly index: number;
  readonly distance: number;
  readonly sameRegion: boolean;
}

export interface NeighbourOptions {
  /** Region of each school; null = not known, which is nobody's own region. All one region when left out. */
  readonly regions?: readonly (string | null)[];
  /**
   * Added to the distance of a school of another region when neighbours are put in order: 0 = regions do not matter,
   * Infinity (when left out) = schools of the own region first, others only to fill up. The distance given back is the bare one.
   */
  readonly otherRegionHandicap?: number;
  /** Schools farther than this are no neighbours, however few there are. */
  readonly farthest?: number;
  /** Which schools may be neighbours; all when left out. */
  readonly eligible?: (index: number) => boolean;
}

/**
 * The k schools most like one school, own region preferred. Equal distances go to the earlier name in `names` (code-unit
 * order), so the list does not depend on the order in which schools were read. Fewer than k when there are no more: better
 * few neighbours than unlike ones; none are made up.
 *
 * `distance(a, b)` as from `featureSpace`; schools at a distance of null are left out. Units: those of the distance.
 * An empty list without any school in reach. A RangeError when `target` is not a school, k is not a whole number from 1 up, or names repeat.
 * R: `order(region != region[i], d[i, ], names)[1:k]`. Source: ours.
 *
 * @example nearestNeighbours(0, 1, ["a", "b", "c"], (i, j) => Math.abs(i - j)) // [{ index: 1, distance: 1, sameRegion: true }]
 */
export function nearestNeighbours(
  target: number,
  k: number,
  names: readonly string[],
  distance: (one: number, other: number) => number | null,
  options: NeighbourOptions = {},
): Neighbour[] {
  const {
    regions,
    otherRegionHandicap = Number.POSITIVE_INFINITY,
    farthest = Number.POSITIVE_INFINITY,
    eligible = () => true,
  } = options;
  if (!(target in names)) throw new RangeError(`No school has the index ${target}`);
  if (!(Number.isSafeInteger(k) && k >= 1)) throw new RangeError(`Not a number of neighbours: ${k}`);
  if (new Set(names).size < names.length) throw new RangeError("Two schools have one name");
  if (regions && regions.length !== names.length)
    throw new RangeError(`${names.length} schools, but ${regions.length} regions`);
  if (!(otherRegionHandicap >= 0)) throw new RangeError(`Not a handicap: ${otherRegionHandicap}`);
  const own = regions?.[target];
  const found = names.flatMap((name, index) => {
    if (index === target || !eligible(index)) return [];
    const far = distance(target, index);
    if (far === null || !(far <= farthest)) return [];
    const sameRegion = !regions || (own !== null && regions[index] === own);
    return [{ name, index, distance: far, sameRegion, rank: sameRegion ? far : far + otherRegionHandicap }];
  });
  found.sort(
    (a, b) =>
      // Infinite ranks would all be equal: among the other regions the distance decides.
      (a.rank === b.rank ? 0 : a.rank - b.rank) || a.distance - b.distance || (a.name < b.name ? -1 : 1),
  );
  return found
    .slice(0, k)
    .map(({ index, distance: far, sameRegion }) => ({ index, distance: far, sameRegion }));
}
