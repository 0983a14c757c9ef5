/** Name of a band of the total, from best to worst. */
export type NokoBand = "excellent" | "good" | "satisfactory" | "belowAverage" | "unsatisfactory";

/**
 * Lowest total of each band as the federal site shows them: 81–100 excellent, 61–80 good, 41–60 satisfactory, 21–40 below average, 0–20
 * unsatisfactory [verify]. The bands are printed in whole numbers; a total between two of them (80.6) is in the lower one, as it has not reached the higher.
 */
export const NOKO_BANDS: readonly { readonly band: NokoBand; readonly from: number }[] = [
  { band: "excellent", from: 81 },
  { band: "good", from: 61 },
  { band: "satisfactory", from: 41 },
  { band: "belowAverage", from: 21 },
  { band: "unsatisfactory", from: 0 },
];

/**
 * Band of a total (or of one criterion), compared unrounded. Other limits may be given, highest first, the last one from 0.
 *
 * Units: points 0–100. Null when the total is. A RangeError for a total outside 0–100 and for limits that do not fall to 0. R: `findInterval`.
 * Source: bus.gov.ru [verify].
 *
 * @example nokoBand(80.6) // "good"
 */
export function nokoBand(
  total: number | null,
  bands: readonly { readonly band: NokoBand; readonly from: number }[] = NOKO_BANDS,
): NokoBand | null {
  if (bands.at(-1)?.from !== 0 || bands.some(({ from }, i) => i > 0 && !(from < bands[i - 1]!.from)))
    throw new RangeError("The limits of bands have to fall, down to 0");
  if (total === null) return null;
  if (!(total >= 0 && total <= 100)) throw new RangeError(`A total lies between 0 and 100, got ${total}`);
  return bands.find(({ from }) => total >= from)!.band;
}
