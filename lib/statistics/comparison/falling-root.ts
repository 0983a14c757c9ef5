/**
 * The point between `low` and `high` where a function that is positive at `low` and not at `high` changes its sign: the
 * Illinois form of false position, with halving when that is slow, until no number lies between the bounds.
 * For estimating equations, whose root is the exact optimum; not for publication.
 *
 * Not `safeguardedRoot`, for two reasons. That one needs the derivative, which for a score is the second derivative of a
 * likelihood that is nowhere else asked for. And it stops at steps of 4e−16 beside 1, which is enough for its roots; here a
 * variance between units or a θ of 1e−9 is a root like any other and must have all its digits.
 *
 * Source: Dowell and Jarratt (1971), BIT 11:168–174.
 *
 * @example rootOfFalling((x) => 2 - x * x, 0, 2) // 1.414213562373095
 */
export function rootOfFalling(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (!(fa > 0)) return a;
  let side = 0;
  for (let step = 0; step < 300; step++) {
    const secant = b - (fb * (b - a)) / (fb - fa);
    // Every third step halves, so that a bad shape costs time and nothing else.
    const x = step % 3 === 2 || !(secant > a && secant < b) ? a + (b - a) / 2 : secant;
    if (x <= a || x >= b) break;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0) {
      a = x;
      fa = fx;
      if (side === 1) fb /= 2;
      side = 1;
    } else {
      b = x;
      fb = fx;
      if (side === -1) fa /= 2;
      side = -1;
    }
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
