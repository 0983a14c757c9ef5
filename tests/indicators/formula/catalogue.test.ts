import { describe, expect, it } from "vitest";
import { shippedIndicators } from "#lib/indicators/catalogue/shipped.ts";
import { facts } from "#lib/indicators/formula/facts.ts";
import { readFormula } from "#lib/indicators/formula/formula.ts";
import { loadMessages, locales } from "#messages/load.ts";

describe("the facts of formulas", () => {
  it("have each a code of their own that formulas can say", () => {
    expect(new Set(facts.map(({ code }) => code)).size).toBe(facts.length);
    expect(facts.filter(({ code }) => !/^[a-z][a-z0-9_]*$/.test(code))).toEqual([]);
  });

  it("are part of a whole that is a fact of the same unit", () => {
    const byCode = new Map(facts.map((fact) => [fact.code, fact]));
    const wrong = facts.filter(({ within, unit }) => within !== null && byCode.get(within)?.unit !== unit);
    expect(wrong).toEqual([]);
  });

  it.each(locales)("have a meaning in %s, and nothing else has", (locale) => {
    const words = loadMessages(locale).formulas as unknown as { facts: Record<string, string> };
    expect(Object.keys(words.facts).sort()).toEqual(facts.map(({ code }) => code).sort());
  });
});

describe("the shipped catalogue", () => {
  it("holds only formulas that the language understands, in the units they promise", async () => {
    const all = await shippedIndicators();
    const known = all.map(({ code, unit, aggregation, numerator, denominator, condition }) => ({
      ...{ code, unit, aggregation, hasDenominator: denominator !== null },
      uses: [...`${numerator} ${denominator} ${condition}`.matchAll(/indicator\("([^"]+)"\)/g)].map(
        (m) => m[1] ?? "",
      ),
    }));
    const wrong = all.flatMap((one) => {
      const outcome =
        one.numerator === null ? null : readFormula({ ...one, numerator: one.numerator }, known);
      return outcome === null || outcome.ok ? [] : [{ code: one.code, problems: outcome.problems }];
    });
    expect(wrong).toEqual([]);
    expect(all.filter(({ numerator }) => numerator !== null).length).toBeGreaterThan(100);
  });
});
