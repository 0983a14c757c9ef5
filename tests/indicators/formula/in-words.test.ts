import { describe, expect, it } from "vitest";
import { shippedIndicators } from "#lib/indicators/catalogue/shipped.ts";
import { formulaInWords } from "#lib/indicators/formula/in-words.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";
import { translator } from "#messages/translate.ts";

const t = translator("ru");
function words(text: string): string {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.key}`);
  return formulaInWords(parsed.expression, t);
}

describe("a formula in words", () => {
  it.each([
    ["positions_filled", "«Занятых ставок»"],
    ["positions_filled / positions", "«Занятых ставок» ÷ «Ставок по штату»"],
    ['works_n5("MA", 4)', "«Получили «5» за проверочные работы» (Математика, 4 класс)"],
    ['ege_below("MAP")', "«Ниже минимального балла ЕГЭ» (математика профильная)"],
    ["1.5 * positions", "1,5 × «Ставок по штату»"],
    ["positions >= 10 && positions != 12", "«Ставок по штату» ≥ 10 и «Ставок по штату» ≠ 12"],
    ['indicator("B1") - 5', "показатель B1 − 5"],
    ["previous(positions)", "«Ставок по штату» годом раньше"],
    ["max(positions, 1)", "наибольшее из: «Ставок по штату»; 1"],
    ["positions > 0 ? 1 : 0", "1, если «Ставок по штату» > 0, иначе 0"],
    ["orElse(positions, 0)", "«Ставок по штату», а если неизвестно — 0"],
  ])("%s: %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  // Brackets decide what is computed, so none may be lost and none is put where it changes nothing.
  it.each([
    ["(1 + 2) * 3", "(1 + 2) × 3"],
    ["1 + 2 * 3", "1 + 2 × 3"],
    ["1 - (2 - 3)", "1 − (2 − 3)"],
    ["(1 - 2) - 3", "1 − 2 − 3"],
    ["1 / (2 / 3)", "1 ÷ (2 ÷ 3)"],
    ["1 / (2 * 3)", "1 ÷ (2 × 3)"],
    ["-(1 + 2)", "−(1 + 2)"],
    ["(true || false) && true", "(да или нет) и да"],
  ])("%s keeps its meaning: %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe("every shipped indicator", () => {
  it.each(["ru", "uk"] as const)("says its formula in %s without a code of a fact", async (locale) => {
    const say = translator(locale);
    for (const one of await shippedIndicators())
      for (const text of [one.numerator, one.denominator, one.condition]) {
        if (!text) continue;
        const parsed = parseFormula(text);
        if (!parsed.ok) throw new Error(`${one.code}: ${parsed.problem.key}`);
        const said = formulaInWords(parsed.expression, say);
        expect(said, one.code).not.toMatch(/[a-z]+_[a-z]+|formulas\./);
      }
  });
});
