/** Points of the ability scale with the share of a standard normal population that each stands for. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
}

/**
 * Discriminations beyond this are on their way to infinity: persons a quarter of a standard deviation apart would be told apart
 * with certainty. Up to here steps of 0.1 are also fine enough for the curve of a single item (error about exp(−2π²/(a·h))).
 */
export const STEEPEST = 20;

const REACH = 8;
const SPACING = 0.1;

/**
 * Nodes for integrals over a standard normal ability: −8 … 8 in steps of 0.1, weights the normal density, scaled to sum 1
 * (161 nodes).
 *
 * Equal steps, because for a bell-shaped analytic integrand the trapezoidal rule converges exponentially: its error is about
 * exp(−2π²s²/h²) for a bell of standard deviation s, below 1e-8 already at s = 0.1, which 60 sharply discriminating items do not reach. Gauss–Hermite
 * nodes lie three times as far apart at the same number (0.29 at the centre with 121), since half of them are spent where
 * the weight is below 1e-16; where it has converged both give the same number.
 *
 * Source: Trefethen and Weideman (2014), SIAM Review 56:385–458.
 *
 * @example normalQuadrature().nodes.length // 161
 */
export function normalQuadrature(): Quadrature {
  const half = Math.round(REACH / SPACING);
  const nodes = Float64Array.from({ length: 2 * half + 1 }, (_, q) => (q - half) * SPACING);
  const sum = nodes.reduce((total, node) => total + Math.exp((-node * node) / 2), 0);
  return { nodes, logWeights: nodes.map((node) => (-node * node) / 2 - Math.log(sum)) };
}
