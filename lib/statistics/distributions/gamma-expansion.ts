import type { Tails } from "./beta.ts";
import { scaledNormalTail } from "./normal.ts";
import { halfDeviance } from "./saddle-point.ts";

/** Taylor coefficients in η of the functions c₀, c₁, c₂ of Temme's expansion. */
const TEMME = [
  [
    -1 / 3,
    1 / 12,
    -2 / 135,
    1 / 864,
    1 / 2835,
    -139 / 777600,
    1 / 25515,
    -571 / 261273600,
    -281 / 151559100,
    163879 / 197522841600,
  ],
  [-1 / 540, -1 / 288, 1 / 378, -77 / 77760, 1 / 4860, -1 / 2488320],
  [25 / 6048, -139 / 51840, 1 / 1296],
] as const;

/**
 * Both tails of the gamma distribution for a shape from 100,000 up and an x within 30 % of it: the normal tail with a
 * correction, so that the cost does not grow with the shape.
 *
 * Source: Temme (1979), SIAM J. Math. Anal. 10:757–766; DLMF 8.12.3–8.12.10.
 */
export function largeGammaTails(x: number, a: number): Tails {
  const deviance = halfDeviance(a, x, a - x);
  const front = Math.exp(-deviance);
  const z = Math.sqrt(2 * deviance);
  const above = x > a;
  const eta = (above ? z : -z) / Math.sqrt(a);
  const [c0, c1, c2] = TEMME.map((c) => c.reduceRight<number>((sum, each) => sum * eta + each, 0));
  const correction = (c0! + (c1! + c2! / a) / a) / Math.sqrt(2 * Math.PI * a);
  const tail = front * (scaledNormalTail(z) + (above ? correction : -correction));
  return above ? { lower: 1 - tail, upper: tail } : { lower: tail, upper: 1 - tail };
}
