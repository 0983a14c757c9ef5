import { describe, expect, it } from "vitest";
import {
  normalCdf,
  normalDensity,
  normalQuantile,
  normalUpperTail,
  scaledNormalTail,
} from "#lib/statistics/distributions/normal.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the normal distribution", () => {
  it.each([
    [0, 0.5],
    [0.5, 0.30853753872598694],
    [0.67448975, 0.25000000006231027],
    [0.7, 0.24196365222307298],
    [-1.5, 0.9331927987311419],
    [3, 0.0013498980316300946],
    [5.6568, 7.711064856975555e-9],
    [5.7, 5.990371401063528e-9],
    [8.3, 5.205569744890255e-17],
    [20, 2.7536241186062337e-89],
    [37.5, 4.605353009581955e-308],
    [-9, 1],
  ])("has the upper tail pnorm(%f, lower.tail = FALSE)", (a, value) => {
    expectClose(normalUpperTail(a), value, 1e-14);
  });

  it("has a lower tail that mirrors the upper one", () => {
    for (const z of [-30, -3, -0.7, -0.1, 0, 0.3, 2, 9]) expect(normalCdf(z)).toBe(normalUpperTail(-z));
    // R: pnorm(c(-30, 1))
    expectClose(normalCdf(-30), 4.906713927148187e-198, 1e-13);
    expectClose(normalCdf(1), 0.8413447460685429, 1e-15);
  });

  it.each([
    [0, 0.5],
    [0.5, 0.3496188347203981],
    [2, 0.16810200122317065],
    [9, 0.043798788870866856],
    [30, 0.013283349353983624],
  ])("keeps exp(pnorm(%f, lower.tail = FALSE, log.p = TRUE) + z^2/2)", (a, value) => {
    expectClose(scaledNormalTail(a), value, 1e-13);
  });

  it("scales tails that are below the smallest number", () => {
    // 1/(z sqrt(2 pi)) (1 - 1/z^2 + 3/z^4 - 15/z^6) for z = 1000
    expectClose(scaledNormalTail(1000), (1 - 1e-6 + 3e-12 - 15e-18) / 1000 / Math.sqrt(2 * Math.PI), 1e-14);
  });

  it.each([
    [0, 0.3989422804014327],
    [1, 0.24197072451914337],
    [-2.5, 0.01752830049356854],
    [6.3, 9.601433370312336e-10],
    [38, 1.097221052e-314],
  ])("has the density dnorm(%f)", (a, value) => {
    expectClose(normalDensity(a), value, 1e-9);
  });

  // R: qnorm(...)
  it.each([
    [0.975, 1.9599639845400536],
    [0.6, 0.2533471031357998],
    [0.0001, -3.71901648545568],
    [1e-30, -11.464024688443617],
    [0.9, 1.2815515655446008],
    [0.925, 1.4395314709384563],
    [1e-300, -37.0470962993612],
  ])("has the quantile qnorm(%f)", (p, value) => expectClose(normalQuantile(p), value, 1e-15));

  it("meets its ends and its middle", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalUpperTail(41)]).toEqual([0, 1, 0]);
    expect([normalDensity(Infinity), normalDensity(-41)]).toEqual([0, 0]);
    expect(normalUpperTail(-41)).toBe(1);
  });

  it("undoes itself", () => {
    for (const p of [1e-12, 1e-3, 0.2, 0.5, 0.8]) expectClose(normalCdf(normalQuantile(p)), p, 1e-13);
  });

  it("refuses NaN and what is no probability", () => {
    for (const f of [normalCdf, normalUpperTail, normalDensity, normalQuantile])
      expect(() => f(Number.NaN)).toThrow(RangeError);
    for (const p of [-0.1, 1.1]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(normalQuantile(0.975), 1.959963984540054, 1e-15);
    expect(scaledNormalTail(0)).toBe(0.5);
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(normalUpperTail(1.959963984540054)).toBeCloseTo(0.025, 15);
    expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 15);
  });
});
