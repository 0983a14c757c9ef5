const HALF_LOG_TWO_PI = 0.9189385332046728;
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
/** From here on seven terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 10;

/** What Stirling's formula leaves out of log Γ(x); for x >= 10. */
function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  return STIRLING.reduceRight((sum, c) => sum * square + c, 0) / x;
}

/**
 * Natural logarithm of the gamma function for x > 0: log of (x − 1)! carried on to all positive numbers.
 * Stirling's series after stepping up to 10, because it needs no table of fitted constants.
 *
 * R: `lgamma(x)`. Source: Abramowitz and Stegun (1964), 6.1.40. A RangeError unless x > 0.
 *
 * @example logGamma(5) // 3.1780538303479458 = log 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log Γ is taken of positive numbers here, got ${x}`);
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) product *= shifted++;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingRest(shifted) -
    Math.log(product)
  );
}

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a+b), a, b > 0.
 * The large parts are cancelled on paper, as R does, so that thousands of pupils do not cost digits.
 *
 * R: `lbeta(a, b)`. Source: Didonato and Morris (1992), ACM TOMS 18:360–373.
 *
 * @example logBeta(2, 3) // -2.4849066497880004 = log(1/12)
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const rest = stirlingRest(large) - stirlingRest(small + large);
  const part = small / (small + large);
  if (small < STIRLING_FROM) {
    return (
      logGamma(small) + rest + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-part)
    );
  }
  return (
    -0.5 * Math.log(large) +
    HALF_LOG_TWO_PI +
    stirlingRest(small) +
    rest +
    (small - 0.5) * Math.log(part) +
    large * Math.log1p(-part)
  );
}
