import { describe, expect, it } from "vitest";
import { comparisonSentences } from "#lib/insights/comparison-view.ts";
import { marksView } from "#lib/insights/marks-view.ts";
import { analysis, areaWith, classOf24, nobody, plain, words, work } from "./sample-analysis.ts";

const viewing = (found = analysis()) => ({ words, unit: found.unit, work: found.work });
const view = (found = analysis()) => marksView(viewing(found), found);

describe("marks of a class of 24: 2, 8, 10 and 4 pupils", () => {
  it("shows each figure with unit, base, bounds in words and the way to how it was made", () => {
    const [pass, quality, sou, mean] = view()!.tiles;
    expect(plain(JSON.stringify(pass?.text))).toContain("91,7 %");
    // 22 of 24: 74.2–97.7; 14 of 24: 38.8–75.5 (R)
    expect([pass?.base, plain(pass?.interval?.words)]).toEqual(["22 из 24", "от 74 до 98 %"]);
    expect([quality?.base, plain(quality?.interval?.words)]).toEqual(["14 из 24", "от 39 до 76 %"]);
    expect(plain(JSON.stringify(sou?.text))).toContain("56,7 %");
    expect(mean?.text).toEqual({ kind: "value", text: "3,67" });
    expect(mean?.interval?.words).toBe("от 3,3 до 4,0");
    expect(quality?.href).toBe("/insights/school-12/5/how/quality?class=4%D0%90");
    expect(view()!.median.text).toEqual({ kind: "value", text: "4" });
  });

  it("gives count, share and bounds of each mark, each share rounded alone", () => {
    const lines = view()!.counts.map(({ mark, count, figure }) => [
      ...[mark, count],
      plain(figure.text.kind === "value" ? figure.text.text : figure.text.kind),
      plain(figure.interval?.words),
    ]);
    expect(lines).toEqual([
      [2, "2", "8,3 %", "от 2 до 26 %"],
      [3, "8", "33,3 %", "от 18 до 53 %"],
      [4, "10", "41,7 %", "от 24 до 61 %"],
      [5, "4", "16,7 %", "от 7 до 36 %"],
    ]);
  });

  it("draws a bar whose labels add up to 100 (largest remainder: 8, 33, 42, 17)", () => {
    const [own] = view()!.chart.rows;
    expect(own?.base).toBe("24 участника");
    const parts = own?.parts === "absent" ? [] : (own?.parts ?? []);
    expect(parts.map(({ label }) => plain(label))).toEqual(["8 %", "33 %", "42 %", "17 %"]);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("says the counts in a sentence, and a zero in words of its own", () => {
    expect(view()!.chart.summary).toBe("«2» — 2, «3» — 8, «4» — 10, «5» — 4; всего с отметкой — 24.");
    const none = analysis({ summary: { ...classOf24, marks: [0, 10, 10, 4] } });
    expect(view(none)!.chart.summary).toContain("Двоек нет: 0 из 24.");
  });

  it("names the areas in its finding, whole as they are", () => {
    // the municipality with the class: 422 of 732
    const found = analysis({ areas: [areaWith("municipality", [58, 242, 290, 118])] });
    expect(plain(view(found)!.chart.finding)).toBe("«4» и «5» — у 58 % участников; в муниципалитете — 58 %");
    expect(view(found)!.chart.rows.map(({ name }) => plain(name))).toEqual([
      "4А, Школа № 12",
      "Озёрный округ",
    ]);
  });

  it("counts marks of the file that are not those of the scale, and is silent without a scale", () => {
    const three = analysis({ summary: { ...classOf24, markDifferences: 3 } });
    expect(view(three)!.differences?.text).toMatch(/^У 3 участников из 24 отметка в файле не та/);
    expect(view()!.differences?.text).toBe("Отметка в файле нигде не расходится с отметкой по шкале.");
    expect(view(analysis({ work: { ...work, scale: null } }))!.differences).toBeNull();
  });

  it("is not there when nobody has a mark: no share is 0", () => {
    expect(view(analysis({ summary: nobody }))).toBeNull();
    expect(view(analysis({ summary: null }))).toBeNull();
  });
});

describe("against municipality and region", () => {
  it("speaks of chance while the interval of the difference covers zero", () => {
    const found = analysis({ areas: [areaWith("municipality", [58, 242, 290, 118])] });
    // others: 408 of 708 = 57.6 %
    expect(comparisonSentences(words, found).map(plain)).toEqual([
      "У класса «4» и «5» — 58 %, у остальных участников муниципалитета — 58 %. Разница может быть случайной.",
    ]);
  });

  it("says a noticeable difference with its bounds in percentage points", () => {
    const found = analysis({ areas: [areaWith("region", [1500, 5000, 2500, 1000])] });
    // 58.3 − 35.0 = 23.3; 3.8–40.6 (R)
    expect(comparisonSentences(words, found).map(plain)).toEqual([
      "У класса «4» и «5» — 58 %, у остальных участников региона — 35 %. Разница заметна: здесь выше на 23 п. п. (от 4 до 41).",
    ]);
  });

  it("says why an area is not shown", () => {
    const area = { kind: "municipality", name: "Озёрный округ", summary: null } as const;
    const sentences = (reason: "noData" | "fewSchools") =>
      comparisonSentences(words, analysis({ areas: [{ ...area, reason }] }));
    expect(sentences("fewSchools")[0]).toMatch(/^Результаты муниципалитета не показаны: .* меньше трёх школ/);
    expect(sentences("noData")).toEqual(["По муниципалитету данных нет."]);
  });

  it("does not compare a group of fewer than ten", () => {
    const few = { ...classOf24, participants: 9, marks: [0, 0, 5, 4] as const };
    const found = analysis({ summary: few, areas: [areaWith("region", [1500, 5000, 2500, 1000])] });
    expect(comparisonSentences(words, found)[0]).toMatch(/^С регионом не сравниваем: меньше 10 участников/);
  });
});
