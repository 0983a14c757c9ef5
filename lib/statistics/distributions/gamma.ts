import { checkPositive } from "./arguments.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
/** From here on seven terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 10;

/** (−1)ᵏ (ζ(k) − 1) / k for k = 2, 3, …: the series of log Γ(2 + d) after its first term. */
const AROUND_TWO = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10,
] as const;
/** 1 − Euler's constant. */
const ONE_MINUS_EULER = 0.42278433509846713;

/** log Γ(2 + d) for |d| ≤ 1/2: the zero at d = 0 is exact, so nothing cancels near it. */
function logGammaAroundTwo(d: number): number {
  return d * (ONE_MINUS_EULER + d * AROUND_TWO.reduceRight<number>((sum, c) => sum * d + c, 0));
}

/** log Γ(1 + d) for |d| ≤ 1/2, with the digits of a small d that 1 + d would lose. */
export function logGammaOnePlus(d: number): number {
  return logGammaAroundTwo(d) - Math.log1p(d);
}

/**
 * Natural logarithm of the gamma function for x > 0: log of (x − 1)! carried on to all positive numbers. Below 10 the
 * Taylor series around 2, which keeps all digits at the zeros 1 and 2; from 10 on Stirling's series.
 *
 * R: `lgamma(x)`. Source: Abramowitz and Stegun (1964), 6.1.33 and 6.1.40. A RangeError unless x > 0.
 * Units: natural logarithm; never null.
 *
 * @example logGamma(5) // 3.1780538303479458 = log 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log Γ is taken of positive numbers here, got ${x}`);
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  let product = 1;
  let shifted = x;
  while (shifted > 2.5) product *= --shifted;
  return Math.log(product) + logGammaAroundTwo(shifted - 2);
}

/**
 * What Stirling's formula (x − ½) log x − x + ½ log 2π leaves out of log Γ(x), x > 0. Binomial and Poisson probabilities
 * are built from it, so that factorials of thousands of pupils do not cancel against each other.
 *
 * R: `lgamma(x) - (x - 0.5) * log(x) + x - 0.5 * log(2 * pi)`. Source: Loader (2000), Fast and accurate computation of
 * binomial probabilities.
 * Units: natural logarithm; never null.
 *
 * @example stirlingError(1) // 0.08106146679532726 = 1 − ½ log 2π
 */
export function stirlingError(x: number): number {
  if (x < STIRLING_FROM) return logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const square = 1 / (x * x);
  return STIRLING.reduceRight<number>((sum, c) => sum * square + c, 0) / x;
}

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a+b), a, b > 0.
 * The large parts are cancelled on paper, as R does, so that thousands of pupils do not cost digits.
 *
 * R: `lbeta(a, b)`. Source: Didonato and Morris (1992), ACM TOMS 18:360–373.
 * Units: natural logarithm; never null.
 *
 * @example logBeta(2, 3) // -2.4849066497880004 = log(1/12)
 */
export function logBeta(a: number, b: number): number {
  checkPositive(a, "a");
  checkPositive(b, "b");
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const rest = stirlingError(large) - stirlingError(small + large);
  const part = small / (small + large);
  if (small < STIRLING_FROM) {
    return (
      logGamma(small) + rest + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-part)
    );
  }
  return (
    -0.5 * Math.log(large) +
    HALF_LOG_TWO_PI +
    stirlingError(small) +
    rest +
    (small - 0.5) * Math.log(part) +
    large * Math.log1p(-part)
  );
}
