/**
 * How far answers lie from what the model expects. Mean squares are 1 when the data fit as the model says; above 1 the answers
 * are more erratic, below 1 more predictable than they should be.
 */
export interface ResidualFit {
  /** Mean squares weighted by information: tells misfit near the person's own level. */
  readonly infit: number;
  /** Plain mean of squared standardised residuals: tells single surprises far from it. */
  readonly outfit: number;
  /** The two as normal deviates (Wilson–Hilferty); null when the model leaves the mean square no room to vary. */
  readonly infitZ: number | null;
  readonly outfitZ: number | null;
  /** Answers that were counted. */
  readonly answers: number;
}

/** Running sums of residuals, for one item or one person. */
export class ResidualSums {
  private answers = 0;
  private squares = 0;
  private variances = 0;
  private standardised = 0;
  private infitSpread = 0;
  private outfitSpread = 0;

  /** One answer: what came beyond the expectation, and the second and fourth central moments expected. */
  add(residual: number, variance: number, fourth: number): void {
    this.answers++;
    this.squares += residual ** 2;
    this.variances += variance;
    this.standardised += residual ** 2 / variance;
    this.infitSpread += fourth - variance ** 2;
    this.outfitSpread += fourth / variance ** 2 - 1;
  }

  fit(): ResidualFit | null {
    if (this.answers === 0) return null;
    const infit = this.squares / this.variances;
    const outfit = this.standardised / this.answers;
    return {
      infit,
      outfit,
      infitZ: normalDeviate(infit, this.infitSpread / this.variances ** 2),
      outfitZ: normalDeviate(outfit, this.outfitSpread / this.answers ** 2),
      answers: this.answers,
    };
  }
}

/** Wright and Masters' cube-root transformation of a mean square with the given variance. */
function normalDeviate(meanSquare: number, variance: number): number | null {
  // A variance that is rounding noise only: every standardised residual is ±1 whatever is answered.
  if (variance < 1e-14) return null;
  const q = Math.sqrt(variance);
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}
