import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EmptyGroupRule,
  type IndicatorCode,
  NOKO_WEIGHTS,
  type NokoAnswers,
  noko,
} from "#lib/statistics/noko/noko.ts";
import { nokoAverage, requiredRespondents } from "#lib/statistics/noko/noko-average.ts";
import { NOKO_BANDS, nokoBand } from "#lib/statistics/noko/noko-bands.ts";

const of = (satisfied: number, asked: number) => ({ satisfied, asked });
const perfect: NokoAnswers = {
  stand: { present: 11, required: 11 },
  site: { present: 43, required: 43 },
  remoteWays: 5,
  standUsers: of(7, 7),
  siteUsers: of(9, 9),
  comfortConditions: 5,
  comfort: of(30, 30),
  accessEquipment: 5,
  accessConditions: 6,
  access: of(3, 3),
  firstContact: of(30, 30),
  service: of(30, 30),
  remoteContact: of(13, 13),
  recommend: of(30, 30),
  timetable: of(30, 30),
  overall: of(30, 30),
};
const usual: NokoAnswers = {
  stand: { present: 10, required: 12 },
  site: { present: 36, required: 40 },
  remoteWays: 3,
  standUsers: of(45, 60),
  siteUsers: of(64, 80),
  comfortConditions: 4,
  comfort: of(90, 120),
  accessEquipment: 2,
  accessConditions: 3,
  access: of(6, 8),
  firstContact: of(114, 120),
  service: of(108, 120),
  remoteContact: of(30, 40),
  recommend: of(96, 120),
  timetable: of(84, 120),
  overall: of(102, 120),
};

describe("the five criteria of НОКО", () => {
  it("are the printed formulas, by hand", () => {
    const { indicators, criteria, total, emptyGroups } = noko(usual, "undefined");
    expect(indicators).toEqual({
      // ½(10/12 + 36/40)·100 = 86.666…
      "1.1": 260 / 3,
      "1.2": 90,
      // ½(45/60 + 64/80)·100
      "1.3": 77.5,
      "2.1": 80,
      "2.2": 75,
      "3.1": 40,
      "3.2": 60,
      "3.3": 75,
      "4.1": 95,
      "4.2": 90,
      "4.3": 75,
      "5.1": 80,
      "5.2": 70,
      "5.3": 85,
    });
    // 0.3·86.666… + 0.3·90 + 0.4·77.5 = 84; 77.5; 0.3·40 + 0.4·60 + 0.3·75 = 58.5; 0.4·95 + 0.4·90 + 0.2·75 = 89; 24 + 14 + 42.5 = 80.5
    expect(criteria).toEqual([84, 77.5, 58.5, 89, 80.5]);
    expect(total).toBeCloseTo(77.9, 13);
    expect(emptyGroups).toEqual([]);
  });

  it("are exactly 100 for a school where everything is there and everybody satisfied", () => {
    for (const rule of ["hundred", "reweight", "undefined"] as const) {
      const { criteria, total, emptyGroupRule } = noko(perfect, rule);
      expect(criteria).toEqual([100, 100, 100, 100, 100]);
      expect(total).toBe(100);
      expect(emptyGroupRule).toBe(rule);
    }
  });

  it("give 30 points a way up to three, 20 a condition up to four, and 100 from then on", () => {
    const at = (part: Partial<NokoAnswers>, code: IndicatorCode) =>
      noko({ ...usual, ...part }, "undefined").indicators[code];
    expect([0, 1, 2, 3, 4, 5].map((remoteWays) => at({ remoteWays }, "1.2"))).toEqual([
      0, 30, 60, 90, 100, 100,
    ]);
    const steps = [0, 20, 80, 100, 100];
    expect([0, 1, 4, 5, 6].map((comfortConditions) => at({ comfortConditions }, "2.1"))).toEqual(steps);
    expect([0, 1, 4, 5, 6].map((accessEquipment) => at({ accessEquipment }, "3.1"))).toEqual(steps);
    expect([0, 1, 4, 5, 6].map((accessConditions) => at({ accessConditions }, "3.2"))).toEqual(steps);
  });

  it("have weights of 100 in each criterion", () => {
    for (const number of ["1", "2", "3", "4", "5"]) {
      const weights = Object.entries(NOKO_WEIGHTS).filter(([code]) => code.startsWith(number));
      expect(weights.reduce((sum, [, weight]) => sum + weight, 0)).toBe(100);
    }
    expect(Object.values(NOKO_WEIGHTS)).toEqual([30, 30, 40, 50, 50, 30, 40, 30, 40, 40, 20, 30, 20, 50]);
  });
});

describe("groups that nobody belongs to", () => {
  const without = { ...usual, access: of(0, 0) };
  const third = (rule: EmptyGroupRule) => noko(without, rule).criteria[2];

  it("count 100, go to the others' weight, or leave the criterion undefined, as stated", () => {
    // 3.1 = 40, 3.2 = 60: 12 + 24 + 30; (12 + 24)/0.7
    expect(third("hundred")).toBe(66);
    expect(third("reweight")).toBeCloseTo(36 / 0.7, 13);
    expect(third("undefined")).toBeNull();
    expect(noko(without, "undefined").total).toBeNull();
    expect(noko(without, "hundred").indicators["3.3"]).toBe(100);
    expect(noko(without, "reweight").indicators["3.3"]).toBeNull();
    for (const rule of ["hundred", "reweight", "undefined"] as const)
      expect(noko(without, rule).emptyGroups).toEqual(["access"]);
  });

  it("leave the other half of 1.3 with reweighting", () => {
    const noSite = { ...usual, siteUsers: of(0, 0) };
    expect(noko(noSite, "reweight").indicators["1.3"]).toBe(75);
    expect(noko(noSite, "hundred").indicators["1.3"]).toBe(87.5);
    expect(noko(noSite, "undefined").indicators["1.3"]).toBeNull();
    const noStand = { ...usual, standUsers: of(0, 0) };
    expect(noko(noStand, "reweight").indicators["1.3"]).toBe(80);
    const neither = { ...noSite, standUsers: of(0, 0) };
    expect(noko(neither, "reweight").indicators["1.3"]).toBeNull();
    // (30·86.666… + 30·90)/60
    expect(noko(neither, "reweight").criteria[0]).toBeCloseTo((260 / 3 + 90) / 2, 12);
    expect(noko(neither, "hundred").indicators["1.3"]).toBe(100);
    expect(noko(neither, "reweight").emptyGroups).toEqual(["standUsers", "siteUsers"]);
  });

  it("leave a criterion undefined when nobody answered anything of it", () => {
    const silent = { ...usual, recommend: of(0, 0), timetable: of(0, 0), overall: of(0, 0) };
    const { criteria, total } = noko(silent, "reweight");
    expect(criteria[4]).toBeNull();
    expect(total).toBeNull();
    expect(criteria.slice(0, 4)).toEqual(noko(usual, "reweight").criteria.slice(0, 4));
  });
});

describe("answers that cannot be", () => {
  const refused: [string, Partial<NokoAnswers>][] = [
    ["more positions than required", { stand: { present: 13, required: 12 } }],
    ["a norm of 0", { site: { present: 0, required: 0 } }],
    ["positions below 0", { site: { present: -1, required: 4 } }],
    ["a norm without end", { site: { present: 1, required: Number.POSITIVE_INFINITY } }],
    ["positions that are not a number", { site: { present: Number.NaN, required: 4 } }],
    ["more satisfied than asked", { comfort: of(5, 4) }],
    ["half a person satisfied", { comfort: of(0.5, 4) }],
    ["half a person asked", { comfort: of(1, 4.5) }],
    ["fewer than nobody", { siteUsers: of(-1, 4) }],
    ["half a way", { remoteWays: 1.5 }],
    ["conditions below 0", { accessConditions: -1 }],
  ];
  it.each(refused)("are refused: %s", (_, part) => {
    expect(() => noko({ ...usual, ...part }, "hundred")).toThrow(RangeError);
  });

  it("so is a rule that nobody stated", () => {
    expect(() => noko(usual, "guess" as EmptyGroupRule)).toThrow(RangeError);
  });
});

describe("what holds for any answers", () => {
  it("every number lies in 0–100, and one more satisfied person never lowers the total", () => {
    const group = fc
      .nat({ max: 40 })
      .chain((asked) => fc.record({ asked: fc.constant(asked), satisfied: fc.nat({ max: asked }) }));
    const count = fc.nat({ max: 8 });
    const positions = fc
      .integer({ min: 1, max: 40 })
      .chain((required) =>
        fc.record({ required: fc.constant(required), present: fc.nat({ max: required }) }),
      );
    const answers = fc.record({
      stand: positions,
      site: positions,
      remoteWays: count,
      standUsers: group,
      siteUsers: group,
      comfortConditions: count,
      comfort: group,
      accessEquipment: count,
      accessConditions: count,
      access: group,
      firstContact: group,
      service: group,
      remoteContact: group,
      recommend: group,
      timetable: group,
      overall: group,
    });
    const rule = fc.constantFrom<EmptyGroupRule[]>("hundred", "reweight", "undefined");
    fc.assert(
      fc.property(answers, rule, (given, how) => {
        const result = noko(given, how);
        for (const value of [...Object.values(result.indicators), ...result.criteria, result.total])
          if (value !== null) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
          }
        const { asked, satisfied } = given.overall;
        if (satisfied === asked || result.total === null) return;
        const better = noko({ ...given, overall: { asked, satisfied: satisfied + 1 } }, how);
        expect(better.total!).toBeGreaterThan(result.total);
      }),
    );
  });
});

describe("bands of the total", () => {
  it("begin at 81, 61, 41, 21 and 0; a total in between is in the lower one", () => {
    expect([100, 81, 80.99, 80, 61, 60.6, 41, 40, 21, 20.5, 0].map((total) => nokoBand(total))).toEqual([
      "excellent",
      "excellent",
      "good",
      "good",
      "good",
      "satisfactory",
      "satisfactory",
      "belowAverage",
      "belowAverage",
      "unsatisfactory",
      "unsatisfactory",
    ]);
    expect(nokoBand(null)).toBeNull();
    expect(NOKO_BANDS.map(({ from }) => from)).toEqual([81, 61, 41, 21, 0]);
  });

  it("can be others, as long as they fall to 0", () => {
    const two = [
      { band: "good", from: 50 },
      { band: "unsatisfactory", from: 0 },
    ] as const;
    expect(nokoBand(50, two)).toBe("good");
    expect(nokoBand(49.9, two)).toBe("unsatisfactory");
    expect(() => nokoBand(50, [...two].reverse())).toThrow(RangeError);
    expect(() => nokoBand(50, two.slice(0, 1))).toThrow(RangeError);
    expect(() => nokoBand(50, [])).toThrow(RangeError);
    expect(() => nokoBand(50, [two[1], two[1]])).toThrow(RangeError);
    for (const total of [-0.1, 100.1, Number.NaN]) expect(() => nokoBand(total)).toThrow(RangeError);
  });
});

describe("several organisations", () => {
  it("are a plain mean, those without a total left out and counted", () => {
    const low = noko({ ...usual, access: of(0, 0) }, "undefined");
    const average = nokoAverage([noko(usual, "undefined"), noko(perfect, "undefined"), low])!;
    expect(average.criteria).toEqual([92, 88.75, 79.25, 94.5, 90.25]);
    expect(average.total).toBeCloseTo(88.95, 13);
    expect(average).toMatchObject({ organisations: 2, leftOut: 1 });
    expect(nokoAverage([])).toBeNull();
    expect(nokoAverage([low])).toBeNull();
  });

  it("have to ask 40 % of their people, 600 at most", () => {
    expect([0, 1, 5, 501, 1499, 1500, 1501, 9999].map(requiredRespondents)).toEqual([
      0, 1, 2, 201, 600, 600, 600, 600,
    ]);
    for (const wrong of [-1, 2.5, Number.NaN]) expect(() => requiredRespondents(wrong)).toThrow(RangeError);
  });
});
