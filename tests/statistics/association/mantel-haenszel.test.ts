import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type MantelHaenszel,
  mantelHaenszel,
  type Stratum,
} from "#lib/statistics/association/mantel-haenszel.ts";
import { expectClose } from "#tests/support/close.ts";
import { readRecords } from "#tests/support/district.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicFolder,
  publicNotice,
} from "#tests/support/expected.ts";

/** The words of the reference for the same numbers. */
function inWords(test: MantelHaenszel) {
  return {
    ...{ oddsRatio: test.oddsRatio, ciLow: test.interval!.low, ciHigh: test.interval!.high },
    ...{ chi2Corrected: test.chiSquaredCorrected, pCorrected: test.pCorrected },
    ...{ chi2: test.chiSquared, p: test.p },
  };
}

describe("Mantel and Haenszel's comparison", () => {
  it.each(["i5", "i7", "i9"])(
    "agrees with R for item %s of MA4: boys against girls within total scores",
    (item) => {
      const present = readRecords("district.csv").filter(
        (row) => row.subject === "MA" && row.grade === "4" && row.status === "present",
      );
      const byScore = Map.groupBy(present, (row) => row.primary!);
      const strata = [...byScore.values()].map((rows): Stratum => {
        const count = (sex: string, right: boolean) =>
          rows.filter((row) => row.sex === sex && (row[item] === "1") === right).length;
        return { a: count("м", true), b: count("м", false), c: count("ж", true), d: count("ж", false) };
      });
      const test = mantelHaenszel(strata)!;
      expectEntry(
        { ...inWords(test), deltaMH: -2.35 * Math.log(test.oddsRatio!), strata: test.strata },
        expected(`mh.MA4.${item}`),
      );
    },
  );

  it.skipIf(!hasPublicData)(`agrees with R on the admissions of Berkeley${publicNotice}`, () => {
    const rows = readFileSync(resolve(publicFolder, "UCBAdmissions.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.replaceAll('"', "").split(","));
    const [head, ...lines] = rows;
    const place = (name: string) => head!.findIndex((column) => column.toLowerCase() === name);
    const count = (admit: string, gender: string, department: string | null) =>
      lines
        .filter((line) => line[place("admit")] === admit && line[place("gender")] === gender)
        .filter((line) => department === null || line[place("dept")] === department)
        .reduce((sum, line) => sum + Number(line[place("freq")] ?? line.at(-1)), 0);
    const stratum = (department: string | null): Stratum => ({
      a: count("Admitted", "Male", department),
      b: count("Rejected", "Male", department),
      c: count("Admitted", "Female", department),
      d: count("Rejected", "Female", department),
    });
    const departments = ["A", "B", "C", "D", "E", "F"];
    const test = mantelHaenszel(departments.map(stratum))!;
    const entries = new Map(publicExpected("ucb.").map((entry) => [entry.id, entry]));
    expectEntry(inWords(test), entries.get("ucb.mantelHaenszel")!);
    // Simpson's paradox: pooled, men seem to be preferred; within departments they are not.
    const pooled = stratum(null);
    const share = (yes: number, no: number) => yes / (yes + no);
    const byDepartment = (rate: (s: Stratum) => number) =>
      Object.fromEntries(departments.map((department) => [department, rate(stratum(department))]));
    expectEntry(
      {
        menRate: share(pooled.a, pooled.b),
        womenRate: share(pooled.c, pooled.d),
        oddsRatio: mantelHaenszel([pooled])!.oddsRatio,
        menByDept: byDepartment(({ a, b }) => share(a, b)),
        womenByDept: byDepartment(({ c, d }) => share(c, d)),
      },
      entries.get("ucb.simpson")!,
    );
  });

  const strata: Stratum[] = [
    { a: 8, b: 2, c: 4, d: 6 },
    { a: 5, b: 5, c: 3, d: 7 },
  ];

  // R: mantelhaen.test(array(c(8, 4, 2, 6, 5, 3, 5, 7), c(2, 2, 2))), correct = FALSE, conf.level = .9
  it("agrees with R on two strata", () => {
    const test = mantelHaenszel(strata)!;
    expectClose(test.oddsRatio!, 3.6086956521739135, 1e-15);
    expectClose(test.interval!.low, 0.9505453152609517, 1e-13);
    expectClose(test.interval!.high, 13.700224598386253, 1e-13);
    expectClose(test.chiSquaredCorrected, 2.4739583333333335, 1e-14);
    expectClose(test.pCorrected, 0.11574610344611384, 1e-12);
    expectClose(test.chiSquared, 3.5625, 1e-14);
    expectClose(test.p, 0.05909866851003097, 1e-12);
    expect(test.strata).toBe(2);
    const ninety = mantelHaenszel(strata, 0.9)!.interval!;
    expectClose(ninety.low, 1.1779351706833734, 1e-13);
    expectClose(ninety.high, 11.055518702666683, 1e-13);
    expectClose(test.logStandardError!, Math.log(ninety.high / ninety.low) / 2 / 1.6448536269514722, 1e-12);
  });

  // R: mantelhaen.test(array(c(8, 7, 6, 6, 5, 5, 5, 5), c(2, 2, 2))): |Σ(a − E)| is below 1/2, so R corrects nothing
  it("does not correct a distance below one half", () => {
    const test = mantelHaenszel([
      { a: 8, b: 6, c: 7, d: 6 },
      { a: 5, b: 5, c: 5, d: 5 },
    ])!;
    expectClose(test.chiSquaredCorrected, 0.01622198505869799, 1e-13);
    expect(test.chiSquared).toBe(test.chiSquaredCorrected);
    expectClose(test.oddsRatio!, 1.0792079207920793, 1e-14);
  });

  it("turns round with the groups", () => {
    const test = mantelHaenszel(strata)!;
    const turned = mantelHaenszel(strata.map(({ a, b, c, d }) => ({ a: c, b: d, c: a, d: b })))!;
    expectClose(turned.oddsRatio!, 1 / test.oddsRatio!, 1e-14);
    expectClose(turned.interval!.low, 1 / test.interval!.high, 1e-14);
    expectClose(turned.p, test.p, 1e-14);
  });

  it("leaves out strata of fewer than two pupils, and gains nothing from those with one group or one answer", () => {
    const test = mantelHaenszel(strata)!;
    const lone = { a: 1, b: 0, c: 0, d: 0 };
    expect(mantelHaenszel([...strata, lone, { ...lone, a: 0 }])).toEqual(test);
    const oneGroup = { a: 4, b: 3, c: 0, d: 0 };
    const oneAnswer = { a: 4, b: 0, c: 3, d: 0 };
    expect(mantelHaenszel([...strata, oneGroup, oneAnswer])).toEqual({ ...test, strata: 4 });
  });

  it("is not defined where no stratum compares anybody", () => {
    expect(mantelHaenszel([])).toBeNull();
    expect(mantelHaenszel([{ a: 4, b: 3, c: 0, d: 0 }])).toBeNull();
    expect(mantelHaenszel([{ a: 4, b: 0, c: 3, d: 0 }])).toBeNull();
    expect(mantelHaenszel([{ a: 1, b: 0, c: 0, d: 0 }])).toBeNull();
  });

  it("has a test but no odds ratio when all pupils point one way", () => {
    for (const stratum of [
      { a: 4, b: 0, c: 1, d: 3 },
      { a: 0, b: 4, c: 3, d: 1 },
    ]) {
      const test = mantelHaenszel([stratum])!;
      expect([test.oddsRatio, test.interval, test.logStandardError]).toEqual([null, null, null]);
      expect(test.chiSquared).toBeGreaterThan(3);
      expect(test.p).toBeLessThan(0.1);
    }
  });

  it("refuses what is no count and a level of 95", () => {
    expect(() => mantelHaenszel([{ a: -1, b: 2, c: 3, d: 4 }])).toThrow(RangeError);
    expect(() => mantelHaenszel([{ a: 1, b: 2, c: 3, d: 0.5 }])).toThrow(RangeError);
    expect(() => mantelHaenszel(strata, 95)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    expectClose(mantelHaenszel(strata)!.oddsRatio!, 3.6086956521739135, 1e-15);
  });
});
