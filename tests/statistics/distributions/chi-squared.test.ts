import { describe, expect, it } from "vitest";
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
} from "#lib/statistics/distributions/chi-squared.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the chi-squared distribution", () => {
  it.each([
    [3.84, 1, 0.050043521248705224],
    [0.001, 1, 0.9747728793699604],
    [50, 3, 7.98917924495147e-11],
    [120, 100, 0.08440668109369184],
    [80, 100, 0.9296649333406051],
    [1000, 30, 5.131435321572533e-191],
    [203000, 200000, 1.1736845137221673e-6],
    [4, 0.5, 0.01728601185951677],
    [1000000, 1000000, 0.49981193680339453],
  ])("has the upper tail pchisq(%f, %f, lower.tail = FALSE)", (a, b, value) => {
    expectClose(chiSquaredUpperTail(a, b), value, 1e-12);
  });
  it.each([
    [3.84, 1, 0.9499564787512947],
    [0.001, 1, 0.02522712063003961],
    [2, 40, 1.5875276010732626e-19],
    [300, 1000, 9.320130532364251e-112],
    [196000, 200000, 9.690835158160505e-11],
    [4, 0.5, 0.9827139881404833],
  ])("has the distribution function pchisq(%f, %f)", (a, b, value) => {
    expectClose(chiSquaredCdf(a, b), value, 1e-12);
  });
  it.each([
    [0.95, 1, 3.841458820694124],
    [0.025, 1, 0.0009820691171752562],
    [0.5, 3, 2.3659738843753377],
    [0.001, 42, 19.238516868940497],
    [0.975, 200000, 201241.48328154747],
    [1e-8, 7.5, 0.031216860567738352],
    [0.3, 0.01, 2.9948907893113245e-105],
  ])("has the quantile qchisq(%f, %f)", (a, b, value) => {
    expectClose(chiSquaredQuantile(a, b), value, 1e-12);
  });

  it("meets its ends", () => {
    expect([chiSquaredUpperTail(0, 2), chiSquaredUpperTail(-1, 2), chiSquaredUpperTail(Infinity, 2)]).toEqual(
      [1, 1, 0],
    );
    expect([chiSquaredCdf(0, 2), chiSquaredCdf(Infinity, 2)]).toEqual([0, 1]);
    expect([chiSquaredQuantile(0, 3), chiSquaredQuantile(1, 3)]).toEqual([0, Infinity]);
  });

  it("refuses arguments outside their range", () => {
    for (const df of [0, -1, Number.NaN, Infinity]) {
      expect(() => chiSquaredUpperTail(1, df)).toThrow(RangeError);
      expect(() => chiSquaredCdf(1, df)).toThrow(RangeError);
      expect(() => chiSquaredQuantile(0.5, df)).toThrow(RangeError);
    }
    expect(() => chiSquaredQuantile(1.5, 3)).toThrow(RangeError);
    expect(() => chiSquaredUpperTail(Number.NaN, 3)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(chiSquaredUpperTail(3.841458820694124, 1), 0.05, 1e-14);
    expectClose(chiSquaredCdf(2, 2), 1 - Math.exp(-1), 1e-14);
    expectClose(chiSquaredQuantile(0.95, 1), 3.841458820694124, 1e-14);
  });
});
