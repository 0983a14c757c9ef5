import type { Divisor } from "../moments.ts";
import type { QuantileType } from "../quantile.ts";

/** The choices that the published method leaves open and that move schools on and off the list (handbook §4.1.3). */
export interface OfficialConventions {
  /** Divisor of the standard deviation in rule A, of the school and the region alike. */
  readonly divisor: Divisor;
  /** The factor of the standard error in rule A, for every number of pupils. */
  readonly z: number;
  /** The region's interval in rule A: of all its pupils together, or of the means of its schools, each counted once. */
  readonly region: "pupils" | "schools";
  /** Rule B: the printed formula for data without ties, on mid-ranks; or Pearson's correlation of mid-ranks. */
  readonly spearman: "noTies" | "ties";
  /** Rule C: quartiles by R's type 7 (Excel КВАРТИЛЬ.ВКЛ), type 6 (КВАРТИЛЬ.ИСКЛ, SPSS), or another of the nine. */
  readonly quantileType: QuantileType;
  /** Rule C: how many interquartile ranges beyond the quartiles a change is sharp. */
  readonly fence: number;
  /** Rules A and B say nothing about fewer pupils. The document names none; 2 is where a spread begins to exist. */
  readonly minimumPupils: number;
  /** Rule C says nothing about a cohort with fewer pupils in either year; such a cohort is not in the sample either. */
  readonly minimumCohort: number;
}

/** The method as printed in 2019, and our default where it is silent; to be shown beside every list made by it. */
export const FIOKO_2019: OfficialConventions = {
  divisor: "n-1",
  z: 1.96,
  region: "pupils",
  spearman: "noTies",
  quantileType: 7,
  fence: 3,
  minimumPupils: 2,
  minimumCohort: 1,
};

/**
 * Refuses conventions that are none with a RangeError.
 *
 * Units: none; never null. R: no equivalent. Source: handbook §4.1.3.
 */
export function checkConventions(conventions: OfficialConventions): void {
  const { divisor, z, region, spearman, quantileType, fence } = conventions;
  for (const least of [conventions.minimumPupils, conventions.minimumCohort])
    if (!Number.isInteger(least) || least < 1) throw new RangeError(`Not a least number of pupils: ${least}`);
  for (const factor of [z, fence])
    if (!(factor >= 0 && Number.isFinite(factor)))
      throw new RangeError(`Not a factor of an interval: ${factor}`);
  const named =
    (divisor === "n-1" || divisor === "n") &&
    (region === "pupils" || region === "schools") &&
    (spearman === "noTies" || spearman === "ties") &&
    Number.isInteger(quantileType) &&
    quantileType >= 1 &&
    quantileType <= 9;
  if (!named) throw new RangeError(`Not conventions of the method: ${JSON.stringify(conventions)}`);
}
