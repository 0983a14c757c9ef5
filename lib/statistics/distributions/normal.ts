import { checkNumber, checkProbability } from "./arguments.ts";

/** Coefficients of AS 241 from the highest power down: [numerator, denominator] for each of its three regions. */
const CENTRE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
] as const;
const NEAR_TAIL = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const FAR_TAIL = [
  [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

function ratio([over, under]: readonly [readonly number[], readonly number[]], x: number): number {
  const at = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
  return at(over) / at(under);
}

/**
 * Quantile of the standard normal distribution: the value below which the share `p` of it lies.
 * AS 241 (PPND16), because R uses it too and it is exact to about 16 digits without iteration.
 *
 * Units: standard deviations. Never null; ±Infinity at 0 and 1; a RangeError outside [0, 1].
 * R: `qnorm(p)`. Source: Wichura (1988), Applied Statistics 37:477–484.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  checkProbability(p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const distance = r <= 5 ? ratio(NEAR_TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
  return q < 0 ? -distance : distance;
}

/** Cody's coefficients from the highest power down: [numerator, denominator] of his three regions. */
const CODY_CENTRE = [
  [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  [1, 47.20258190468824, 976.0985517377767, 10260.932208618979, 45507.789335026726],
] as const;
const CODY_MIDDLE = [
  [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.952721145979, 38912.00328609327, 19685.429676859992,
  ],
] as const;
const CODY_TAIL = [
  [
    0.02307344176494017, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  [
    1, 1.284260096144911, 0.46823821248086511, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
] as const;
const ROOT_TWO_PI = 2.5066282746310007;

/** exp(−z²/2) without the rounding of z²: the part of z with few digits is squared exactly. */
function gaussian(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (z - coarse) * (z + coarse));
}

/** Probability between 0 and z for |z| ≤ 0.67448975. */
function centralPart(z: number): number {
  return z * ratio(CODY_CENTRE, z * z);
}

/**
 * Upper tail of the standard normal distribution times exp(z²/2), for z ≥ 0: what is left of a tail when its exponential
 * is taken out, so that tails below the smallest number can still be divided by each other.
 *
 * R: `exp(pnorm(z, lower.tail = FALSE, log.p = TRUE) + z^2 / 2)`.
 * Units: none; never null. Source: Cody 1969.
 *
 * @example scaledNormalTail(0) // 0.5
 */
export function scaledNormalTail(z: number): number {
  if (z <= 0.67448975) return (0.5 - centralPart(z)) / gaussian(z);
  if (z <= 5.656854249492381) return ratio(CODY_MIDDLE, z);
  const square = 1 / (z * z);
  return (1 / ROOT_TWO_PI - square * ratio(CODY_TAIL, square)) / z;
}

/**
 * Density of the standard normal distribution.
 *
 * Units: probability per standard deviation. Never null; a RangeError for NaN. R: `dnorm(z)`.
 * Source: Cody 1969; Wichura 1988.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  checkNumber(z);
  return Math.abs(z) > 40 ? 0 : gaussian(z) / ROOT_TWO_PI;
}

/**
 * Upper tail of the standard normal distribution: the probability of a value above `z`. Computed as a tail, so that
 * 1 − normalCdf(z) never has to be written, which is 0 from z = 8.3 on.
 *
 * Units: fraction 0–1. Never null; a RangeError for NaN. R: `pnorm(z, lower.tail = FALSE)`.
 * Source: Cody (1969), Mathematics of Computation 23:631–637, as in R.
 *
 * @example normalUpperTail(1.959963984540054) // 0.025
 */
export function normalUpperTail(z: number): number {
  checkNumber(z);
  if (Math.abs(z) <= 0.67448975) return 0.5 - centralPart(z);
  if (Math.abs(z) > 40) return z > 0 ? 0 : 1;
  const tail = gaussian(z) * scaledNormalTail(Math.abs(z));
  return z > 0 ? tail : 1 - tail;
}

/**
 * Distribution function of the standard normal distribution: the probability of a value not above `z`.
 *
 * Units: fraction 0–1. Never null; a RangeError for NaN. R: `pnorm(z)`. Source: as `normalUpperTail`.
 *
 * @example normalCdf(-1.959963984540054) // 0.025
 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}
