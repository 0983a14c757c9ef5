import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterCatalogue } from "#lib/indicators/catalogue-rules.ts";
import { indicatorAddress, type Owner, portalOwner, readAddress } from "#lib/indicators/owner.ts";
import {
  bordersFit,
  dayBefore,
  levelChanges,
  levelCounts,
  levelOf,
  overlaps,
  placeVersion,
  thresholdInForce,
  versionInForce,
} from "#lib/indicators/rules.ts";
import { versionDifferences } from "#lib/indicators/version-diff.ts";
import { formulaText, levelTexts, periodText } from "#lib/indicators/view.ts";
import { translator } from "#messages/translate.ts";
import { line, version } from "./sample.ts";

const first = { version: 1, effectiveFrom: "2019-09-01", effectiveTo: "2024-08-31" };
const second = { version: 2, effectiveFrom: "2024-09-01", effectiveTo: null };

describe("the version in force", () => {
  it("is the one whose days hold the day, the first and the last day included", () => {
    const on = (day: string) => versionInForce([second, first], day)?.version ?? null;
    expect([
      on("2019-08-31"),
      on("2019-09-01"),
      on("2024-08-31"),
      on("2024-09-01"),
      on("2099-01-01"),
    ]).toEqual([...[null, 1, 1, 2, 2]]);
  });

  it("a new version ends the open one the day before it begins", () => {
    expect(placeVersion([first, second], "2025-09-01")).toEqual({ ok: true, closes: second });
    expect(dayBefore("2025-03-01")).toBe("2025-02-28");
    expect(dayBefore("2024-03-01")).toBe("2024-02-29");
  });

  it("a new version that would hold beside an adopted one is refused, with the one in the way", () => {
    expect(placeVersion([first, second], "2024-09-01")).toEqual({ ok: false, overlap: second });
    expect(placeVersion([first, second], "2020-01-01")).toMatchObject({ ok: false });
    expect(placeVersion([first], "2024-08-31")).toEqual({ ok: false, overlap: first });
    expect(placeVersion([first], "2024-09-01")).toEqual({ ok: true, closes: null });
  });

  it("whatever is adopted in whatever order, no two versions ever share a day", () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), (days) => {
        const adopted: { version: number; effectiveFrom: string; effectiveTo: string | null }[] = [];
        for (const effectiveFrom of days) {
          const place = placeVersion(adopted, effectiveFrom);
          if (!place.ok) continue;
          if (place.closes) place.closes.effectiveTo = dayBefore(effectiveFrom);
          adopted.push({ version: adopted.length + 1, effectiveFrom, effectiveTo: null });
        }
        return adopted.every((a, i) => adopted.every((b, j) => i === j || !overlaps(a, b)));
      }),
    );
  });
});

// Handbook §5.3: СОУ ≥ 64 оптимальный, 50–64 достаточный, 36–49 допустимый, below 36 критический.
const sou = { optimal: 64, sufficient: 50, acceptable: 36 };
// Less is better: up to 1 % of days missed, up to 3 %, up to 5 %.
const missed = { optimal: 1, sufficient: 3, acceptable: 5 };

describe("levels", () => {
  it("begin at their border where better is above", () => {
    expect([64, 63.9, 50, 49.99, 36, 35.9].map((value) => levelOf(value, sou))).toEqual([
      ...["optimal", "sufficient", "sufficient", "acceptable", "acceptable", "critical"],
    ]);
  });

  it("end at their border where better is below", () => {
    expect([0, 1, 1.1, 3, 5, 5.1].map((value) => levelOf(value, missed))).toEqual([
      ...["optimal", "optimal", "sufficient", "sufficient", "acceptable", "critical"],
    ]);
  });

  it("need borders that go one way", () => {
    expect([
      bordersFit(sou, "up"),
      bordersFit(sou, "down"),
      bordersFit(missed, "down"),
      bordersFit(missed, "up"),
    ]).toEqual([...[true, false, true, false]]);
    expect(bordersFit({ optimal: 64, sufficient: 64, acceptable: 36 }, "up")).toBe(false);
  });

  it("tell who changes level before new borders are saved, and nobody else", () => {
    const units = [
      { id: 1, value: 66 },
      { id: 2, value: 52 },
      { id: 3, value: 30 },
      { id: 4, value: null },
    ];
    const stricter = { optimal: 70, sufficient: 52, acceptable: 36 };
    expect(levelChanges(units, sou, stricter)).toEqual([
      { unit: units[0], from: "optimal", to: "sufficient" },
    ]);
    expect(levelChanges(units, null, stricter).map(({ from, to }) => [from, to])).toEqual([
      [null, "sufficient"],
      [null, "sufficient"],
      [null, "critical"],
    ]);
    expect(levelCounts(units, sou)).toEqual({ optimal: 1, sufficient: 1, acceptable: 0, critical: 1 });
  });

  it("of a value never fall when the value gets better", () => {
    const order = ["critical", "acceptable", "sufficient", "optimal"];
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 100, noNaN: true }),
        fc.float({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          return order.indexOf(levelOf(low, sou)) <= order.indexOf(levelOf(high, sou));
        },
      ),
    );
  });

  it("borders of the nearest unit that have begun are in force", () => {
    const own = { owner: "school", effectiveFrom: "2026-09-01" };
    const portal = { owner: "portal", effectiveFrom: "2019-09-01" };
    expect(thresholdInForce([own, portal], "2026-08-31")).toBe(portal);
    expect(thresholdInForce([own, portal], "2026-09-01")).toBe(own);
    expect(thresholdInForce([], "2026-09-01")).toBeNull();
  });
});

describe("addresses", () => {
  it("name the indicator of a unit apart from the one that came with the portal", () => {
    const owners: Owner[] = [
      portalOwner,
      { kind: "region", id: 3 },
      { kind: "municipality", id: 11 },
      { kind: "school", id: 101 },
    ];
    for (const owner of owners)
      for (const code of ["D2", "1.30.1", "Ш-1"])
        expect(readAddress(indicatorAddress(code, owner))).toEqual({ code, owner });
    expect(indicatorAddress("D2", { kind: "school", id: 101 })).toBe("D2~s101");
    expect([
      readAddress("D2~x1"),
      readAddress("~s1"),
      readAddress("D2~s1~s2"),
      readAddress("%E0%A4%A"),
    ]).toEqual([...[null, null, null, { code: "%E0%A4%A", owner: portalOwner }]]);
  });
});

describe("the catalogue's filter", () => {
  const lines = [
    line(
      { code: "D2", family: "results" },
      { name: "Качество знаний", nameUk: "Якість знань", definition: "Ученики с «4»" },
    ),
    line(
      { code: "B14", family: "conditions", hasData: true },
      { name: "Травматизм", object: "conditions", ruleKind: "norm" },
    ),
    line(
      {
        code: "Ш1",
        family: "own",
        owner: { kind: "school", id: 7 },
        adopted: { own: true, on: "2026-09-01" },
      },
      { name: "Здоров’я" },
    ),
  ];
  const nothing = {
    q: "",
    family: undefined,
    object: undefined,
    rule: undefined,
    adopted: undefined,
    data: undefined,
    owner: undefined,
  };
  const found = (filter: object) =>
    filterCatalogue(lines, { ...nothing, ...filter }, { kind: "school", id: 7 }).map(({ code }) => code);

  it.each([
    [{}, ["D2", "B14", "Ш1"]],
    [{ q: "КАЧЕСТВО  знаний" }, ["D2"]],
    [{ q: "якість" }, ["D2"]],
    [{ q: "здоров'я" }, ["Ш1"]],
    [{ q: "нет такого" }, []],
    [{ family: "conditions" }, ["B14"]],
    [{ object: "conditions" }, ["B14"]],
    [{ rule: "norm" }, ["B14"]],
    [{ adopted: "yes" }, ["Ш1"]],
    [{ adopted: "no" }, ["D2", "B14"]],
    [{ data: "yes" }, ["B14"]],
    [{ owner: "own" }, ["Ш1"]],
    [{ owner: "portal" }, ["D2", "B14"]],
    [{ owner: "above" }, []],
  ])("%o finds %o", (filter, codes) => {
    expect(found(filter)).toEqual(codes);
  });
});

describe("two versions side by side", () => {
  it("show only what differs; the order of addressees is no difference", () => {
    const before = version({ addressees: ["head", "council"], denominator: "a + b" });
    const after = version({ version: 2, addressees: ["council", "head"], denominator: "a + b + year_na" });
    expect(versionDifferences(before, after)).toEqual([
      { field: "denominator", before: "a + b", after: "a + b + year_na" },
    ]);
    expect(versionDifferences(before, before)).toEqual([]);
  });
});

describe("words", () => {
  const words = { t: translator("ru"), locale: "ru" as const };

  it("put a formula together", () => {
    expect(formulaText({ numerator: "a + b", denominator: "c" }, 100)).toBe("(a + b) / c × 100");
    expect(formulaText({ numerator: "a", denominator: null }, 1)).toBe("a");
    expect(formulaText({ numerator: null, denominator: "c" }, 100)).toBeNull();
  });

  it("say what each level means", () => {
    expect(levelTexts(words, sou, 1).map(({ text }) => text)).toEqual([
      ...["64 и выше", "от 50 до 64", "от 36 до 50", "ниже 36"],
    ]);
    expect(
      levelTexts(words, { optimal: 0.5, sufficient: 3, acceptable: 5 }, 1).map(({ text }) => text),
    ).toEqual([...["0,5 и ниже", "от 0,5 до 3", "от 3 до 5", "выше 5"]]);
  });

  it("name a school year, and other periods by their days", () => {
    expect(periodText(words, "2025-09-01", "2026-08-31")).toBe("2025/26");
    expect(periodText(words, "2099-09-01", "2100-08-31")).toBe("2099/00");
    expect(periodText(words, "2025-09-01", "2025-12-31")).toBe("01.09.2025 — 31.12.2025");
  });
});
