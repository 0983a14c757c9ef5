import { describe, expect, it } from "vitest";
import { normalQuadrature } from "#lib/statistics/item-response/normal-quadrature.ts";
import { itemCurves, posterior } from "#lib/statistics/item-response/posterior.ts";

const { nodes, logWeights } = normalQuadrature();
const mean = (of: (x: number) => number) =>
  nodes.reduce((sum, x, q) => sum + Math.exp(logWeights[q]!) * of(x), 0);

describe("the quadrature of a normal ability", () => {
  it("has the moments of the normal distribution", () => {
    expect(nodes).toHaveLength(161);
    expect(nodes[0]).toBeCloseTo(-8, 12);
    expect(nodes[80]).toBe(0);
    expect(nodes[160]).toBeCloseTo(8, 12);
    [1, 0, 1, 0, 3, 0, 15].forEach((moment, power) => {
      expect(mean((x) => x ** power)).toBeCloseTo(moment, 9);
    });
  });

  // E(cos tX) = exp(−t²/2); R: integrate(function(x) plogis(2*x+1) * dnorm(x), -Inf, Inf, rel.tol = 1e-13)$value
  it("integrates smooth functions to rounding", () => {
    expect(mean((x) => Math.cos(3 * x))).toBeCloseTo(Math.exp(-4.5), 14);
    expect(mean((x) => 1 / (1 + Math.exp(-5 * x)))).toBeCloseTo(0.5, 14);
    expect(mean((x) => 1 / (1 + Math.exp(-2 * x - 1)))).toBeCloseTo(0.6477264385258688, 12);
  });
});

describe("item curves and the posterior", () => {
  it("keep the digits of both tails", () => {
    const { solved, failed, logFailed } = itemCurves(
      [
        { a: 0, d: 50 },
        { a: 0, d: -50 },
      ],
      nodes,
    );
    expect(solved[1]![0]! / Math.exp(-50)).toBeCloseTo(1, 12);
    expect(failed[0]![0]! / Math.exp(-50)).toBeCloseTo(1, 12);
    expect(solved[0]![0]).toBe(1);
    expect(logFailed[0]).toBeCloseTo(-50 - 2 * Math.log1p(Math.exp(-50)), 12);
  });

  it("is the prior when nothing was asked", () => {
    const nothing = new Float64Array(nodes.length);
    const { weights, logSum } = posterior(nodes, logWeights, nothing, 0, 0);
    expect(logSum).toBeCloseTo(0, 13);
    weights.forEach((weight, q) => {
      expect(weight).toBeCloseTo(Math.exp(logWeights[q]!), 14);
    });
  });
});
