import { describe, expect, it } from "vitest";
import { ACTS_OF_2025, type LowResultsParameters } from "#lib/statistics/low-results/parameters.ts";
import { lowResultsSigns } from "#lib/statistics/low-results/signs.ts";

const low = (procedureKey: string, year = 2025) => ({ procedureKey, year, n: 20, low: 10 });
const signs = (procedures: ReturnType<typeof low>[], change: Partial<LowResultsParameters> = {}) =>
  lowResultsSigns(procedures, 2025, { ...ACTS_OF_2025, ...change }, (one) => one.low >= 6);

describe("the two signs of low results", () => {
  it("are: two procedures of the year", () => {
    expect(signs([low("a"), low("b")])).toEqual({
      ...{ severalProcedures: true, sameProcedureRunning: false, met: true },
    });
    expect(signs([low("a")]).severalProcedures).toBe(false);
    expect(signs([low("a"), low("a")]).severalProcedures).toBe(false);
    expect(signs([low("a"), low("b", 2024)]).severalProcedures).toBe(false);
    expect(signs([low("a"), { ...low("b"), low: 5 }]).severalProcedures).toBe(false);
  });

  it("or: one procedure in the year and the year before", () => {
    expect(signs([low("a"), low("a", 2024)])).toEqual({
      ...{ severalProcedures: false, sameProcedureRunning: true, met: true },
    });
    expect(signs([low("a"), low("a", 2023)]).met).toBe(false);
    expect(signs([low("a", 2024), low("a", 2023)]).met).toBe(false);
    expect(signs([low("a", 2025), low("a", 2026)]).met).toBe(false);
  });

  it("joined by AND need both", () => {
    expect(signs([low("a"), low("b")], { combine: "AND" }).met).toBe(false);
    expect(signs([low("a"), low("a", 2024)], { combine: "AND" }).met).toBe(false);
    expect(signs([low("a"), low("b"), low("b", 2024)], { combine: "AND" }).met).toBe(true);
  });

  it("take other numbers of procedures and years", () => {
    const three = [low("a"), low("b"), low("c")];
    expect(signs(three, { minimumProcedures: 3 }).severalProcedures).toBe(true);
    expect(signs(three.slice(1), { minimumProcedures: 3 }).severalProcedures).toBe(false);
    const running = [low("a"), low("a", 2024), low("a", 2023)];
    expect(signs(running, { runningYears: 3 }).sameProcedureRunning).toBe(true);
    expect(signs([low("a"), low("a", 2023)], { runningYears: 3 }).sameProcedureRunning).toBe(false);
  });

  it("are not there without procedures", () => {
    expect(signs([])).toEqual({ severalProcedures: false, sameProcedureRunning: false, met: false });
  });
});
