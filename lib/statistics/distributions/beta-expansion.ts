import { stirlingError } from "./gamma.ts";
import { scaledNormalTail } from "./normal.ts";
import { halfDeviance } from "./saddle-point.ts";

/** The expansion stops at this even order at the latest. */
const LAST = 20;

/** A table of `LAST + 1` numbers that are all there: the recursions below only read what they have written. */
function table(): Float64Array {
  return new Float64Array(LAST + 1);
}

/**
 * Lower tail of the beta distribution for large a and b and an x not far below the mean: the normal tail with corrections
 * in falling powers of √a, so that a thousand million pupils cost no more than a hundred. `below` = a·y − b·x ≥ 0.
 * Good for a, b ≥ 100 and below ≤ 0.03·min(a, b).
 *
 * Source: Didonato and Morris (1992), ACM TOMS 18:360–373, eqs. 19–22 (BASYM).
 */
export function largeBetaTail(a: number, b: number, x: number, y: number, below: number): number {
  const n = a + b;
  const deviance = halfDeviance(a, n * x, below) + halfDeviance(b, n * y, -below);
  const front = Math.exp(-deviance);
  if (front === 0) return 0;
  const root = Math.sqrt(deviance);
  const z = Math.sqrt(8) * (root / 2);
  const z2 = 2 * deviance;
  const [h, r1] = a < b ? [a / b, (b - a) / b] : [b / a, (b - a) / a];
  const r0 = 1 / (1 + h);
  const w0 = 1 / Math.sqrt(Math.min(a, b) * (1 + h));

  const a0 = table();
  const b0 = table();
  const c = table();
  const d = table();
  a0[0] = (r1 * 2) / 3;
  c[0] = -a0[0] / 2;
  d[0] = -c[0]!;
  // j0, j1: the integrals of the expansion, each from the one two orders before.
  let j0 = (Math.sqrt(Math.PI) / 4) * 2 * scaledNormalTail(root * Math.SQRT2);
  let j1 = Math.SQRT1_2 / 2;
  let sum = j0 + d[0] * w0 * j1;
  let s = 1;
  let hn = 1;
  let w = w0;
  let zn1 = z;
  let zn = z2;
  for (let order = 2; order < LAST; order += 2) {
    hn *= h * h;
    a0[order - 1] = (r0 * 2 * (h * hn + 1)) / (order + 2);
    s += hn;
    a0[order] = (r1 * 2 * s) / (order + 3);
    for (let i = order; i <= order + 1; i++) {
      const r = (i + 1) * -0.5;
      b0[0] = r * a0[0];
      for (let m = 2; m <= i; m++) {
        let inner = 0;
        for (let j = 1; j < m; j++) inner += (j * r - (m - j)) * a0[j - 1]! * b0[m - j - 1]!;
        b0[m - 1] = r * a0[m - 1]! + inner / m;
      }
      c[i - 1] = b0[i - 1]! / (i + 1);
      let known = 0;
      for (let j = 1; j < i; j++) known += d[i - j - 1]! * c[j - 1]!;
      d[i - 1] = -(known + c[i - 1]!);
    }
    j0 = (Math.SQRT1_2 / 2) * zn1 + (order - 1) * j0;
    j1 = (Math.SQRT1_2 / 2) * zn + order * j1;
    zn1 *= z2;
    zn *= z2;
    w *= w0;
    const even = d[order - 1]! * w * j0;
    w *= w0;
    const odd = d[order]! * w * j1;
    sum += even + odd;
    if (Math.abs(even) + Math.abs(odd) <= 1e-16 * sum) break;
  }
  const correction = Math.exp(stirlingError(n) - stirlingError(a) - stirlingError(b));
  return (2 / Math.sqrt(Math.PI)) * front * correction * sum;
}
