import { describe, expect, it } from "vitest";
import { sampleSentence } from "#lib/insights/sample-view.ts";
import { bandsOf, rangeSentence, scoresView } from "#lib/insights/scores-view.ts";
import { analysis, areaWith, classOf24, nobody, plain, words, work } from "./sample-analysis.ts";

const view = (found = analysis()) => scoresView({ words, unit: found.unit, work: found.work }, found);

describe("primary scores of a class of 24", () => {
  it("says range and median in a sentence, with what so many pupils are worth", () => {
    expect(plain(view()!.chart.summary)).toBe(
      "24 участника набрали от 7 до 23 баллов из 24, половина — не меньше 16,5. " +
        "24 участника — картина ориентировочная. Надёжной она станет от 50.",
    );
    expect(view()!.chart.finding).toBe("Половина участников набрала не меньше 16,5 из 24");
  });

  it("does not make a range of one score", () => {
    const histogram = Array.from({ length: 25 }, (_, score) => (score === 12 ? 3 : 0));
    const same = { ...classOf24, scored: 3, histogram };
    expect(rangeSentence(words, same, 24)).toBe("3 участника набрали по 12 баллов из 24.");
  });

  it("has a bar for every score, in pupils while they are fewer than fifty", () => {
    const { bars, peer } = view(analysis({ areas: [areaWith("region", [15, 50, 25, 10])] }))!.chart;
    expect(bars).toHaveLength(25);
    expect(bars[12]).toMatchObject({ score: 12, value: 2, count: "2" });
    expect(plain(bars[12]?.share)).toBe("8,3 %");
    expect(peer).toBeNull();
  });

  it("goes over to per cent from fifty on, beside the widest area", () => {
    const twice = (counts: readonly number[]) => counts.map((count) => 3 * count);
    const many = { ...classOf24, participants: 72, scored: 72, histogram: twice(classOf24.histogram) };
    const { bars, peer } = view(
      analysis({ summary: many, areas: [areaWith("region", [1, 1, 1, 1])] }),
    )!.chart;
    // 6 of 72 pupils
    expect(bars[12]?.value).toBeCloseTo(100 / 12, 10);
    expect(peer?.name).toBe("регион");
    expect(peer?.values[12]).toBeCloseTo(100 / 12, 10);
  });

  it("draws the borders of marks where a scale is loaded, and none where not", () => {
    expect(bandsOf(work)).toEqual([
      { mark: 2, from: 0, to: 9 },
      { mark: 3, from: 10, to: 15 },
      { mark: 4, from: 16, to: 20 },
      { mark: 5, from: 21, to: 24 },
    ]);
    expect(view()!.chart.scale).toBe("Шкала, редакция 2: «3» от 10, «4» от 16, «5» от 21.");
    const without = view(analysis({ work: { ...work, scale: null } }))!.chart;
    expect([without.bands, without.scale]).toEqual([null, null]);
  });

  it("is not there without a usable total", () => {
    expect(view(analysis({ summary: nobody }))).toBeNull();
  });
});

describe("what so many pupils are worth", () => {
  it.each([
    [1, "1 участник — мало участников, выводов не делайте."],
    [9, "9 участников — мало участников, выводов не делайте."],
    [10, "10 участников — данных мало, выводы ограниченны."],
    [19, "19 участников — данных мало, выводы ограниченны."],
    [22, "22 участника — картина ориентировочная. Надёжной она станет от 50."],
    [49, "49 участников — картина ориентировочная. Надёжной она станет от 50."],
    [51, "51 участник — на такие данные можно опираться."],
  ])("%i", (count, sentence) => {
    expect(sampleSentence(words, count)).toBe(sentence);
  });
});
