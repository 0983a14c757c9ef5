import { describe, expect, it } from "vitest";
import { formatDay, formatInstant, schoolYear } from "#lib/platform/format/day.ts";
import { type Figure, figureOf, formatFigure } from "#lib/platform/format/figure.ts";
import { naturalCompare } from "#lib/platform/format/natural-order.ts";
import {
  formatCount,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShare,
} from "#lib/platform/format/number.ts";
import { translator } from "#messages/translate.ts";

const ru = { locale: "ru" } as const;
const uk = { locale: "uk" } as const;
const russian = translator("ru", "format");
const ukrainian = translator("uk", "format");

describe("numbers", () => {
  it("have a decimal comma, a no-break space between thousands and a true minus", () => {
    expect(formatNumber(12345.6, { ...ru, decimals: 1 })).toBe("12\u00a0345,6");
    expect(formatNumber(-12345.65, { ...ru, decimals: 1 })).toBe("\u221212\u00a0345,7");
    expect(formatNumber(1234567, uk)).toBe("1\u00a0234\u00a0567");
    expect(formatNumber(7, { ...uk, decimals: 2 })).toBe("7,00");
  });

  it("round half up and never show a negative zero", () => {
    expect(formatNumber(0.15, { ...ru, decimals: 1 })).toBe("0,2");
    expect(formatNumber(2.5, ru)).toBe("3");
    expect(formatNumber(-2.5, ru)).toBe("\u22123");
    expect(formatNumber(-0.04, { ...ru, decimals: 1 })).toBe("0,0");
  });

  it("are numbers: NaN and Infinity are refused", () => {
    expect(() => formatNumber(Number.NaN, ru)).toThrow(RangeError);
    expect(() => formatPercent(Number.POSITIVE_INFINITY, ru)).toThrow(RangeError);
  });

  it("in per cent keep their sign on the line", () => {
    expect(formatPercent(58.333, { ...ru, decimals: 1 })).toBe("58,3\u00a0%");
    expect(formatPercent(58, uk)).toBe("58\u00a0%");
    expect(formatShare(14, 24, { ...ru, decimals: 1 })).toBe("58,3\u00a0%");
    expect(formatShare(1, 16, { ...ru, decimals: 1 })).toBe("6,3\u00a0%");
    expect(formatShare(0, 0, ru)).toBeNull();
  });

  it("stand in the words of the locale", () => {
    expect(formatPoints(russian, -3.5, { ...ru, decimals: 1 })).toBe("\u22123,5\u00a0п.\u00a0п.");
    expect(formatPoints(ukrainian, 3.5, { ...uk, decimals: 1 })).toBe("3,5\u00a0в.\u00a0п.");
    expect(formatCount(russian, 14, 24, ru)).toBe("14 из 24");
    expect(formatCount(ukrainian, 31, 58, uk)).toBe("31 із 58");
  });

  it("make an interval with words", () => {
    // 31 of 58: Wilson 0.408–0.658 (design.md, string 14)
    const interval = { low: 40.8, high: 65.8 };
    expect(formatInterval(russian, interval, { ...ru, unit: "percent" })).toBe("от 41 до 66\u00a0%");
    expect(formatInterval(ukrainian, interval, { ...uk, unit: "percent" })).toBe("від 41 до 66\u00a0%");
    expect(formatInterval(russian, interval, { ...ru, unit: "plain", decimals: 1 })).toBe("от 40,8 до 65,8");
  });
});

describe("days and moments", () => {
  it("are written short, long and full", () => {
    expect(formatDay("2026-04-22", ru)).toBe("22.04.2026");
    expect(formatDay("2026-02-01", { ...ru, style: "long" })).toBe("1 февраля");
    expect(formatDay("2026-04-22", { ...uk, style: "long" })).toBe("22 квітня");
    expect(formatDay("2026-04-22", { ...ru, style: "full" })).toMatch(/^22 апреля 2026\sг\.$/);
  });

  it.each(["2026-02-30", "2026-13-01", "22.04.2026", "2026-4-2", ""])(
    "that do not exist are refused: %s",
    (day) => {
      expect(() => formatDay(day, ru)).toThrow(RangeError);
    },
  );

  it("of the clock depend on the time zone that is passed", () => {
    const instant = new Date("2026-04-22T22:42:00Z");
    expect(formatInstant(instant, { ...ru, timeZone: "UTC" })).toBe("22.04.2026, 22:42");
    expect(formatInstant(instant, { ...ru, timeZone: "Europe/Moscow" })).toBe("23.04.2026, 01:42");
    expect(formatInstant(instant, { ...uk, timeZone: "Europe/Moscow", zone: true })).toContain("GMT+3");
  });

  it("of a school year span two years", () => {
    expect(schoolYear(2025)).toBe("2025/26");
    expect(schoolYear(2099)).toBe("2099/00");
    expect(() => schoolYear(25)).toThrow(RangeError);
  });
});

describe("names", () => {
  it("stand in the order people expect: № 2 before № 10, ё beside е", () => {
    const names = ["Школа № 10", "Жуковская школа", "Школа № 2", "Ёлкинская школа", "Еловская школа"];
    expect(names.sort(naturalCompare("ru"))).toEqual([
      "Ёлкинская школа",
      "Еловская школа",
      "Жуковская школа",
      "Школа № 2",
      "Школа № 10",
    ]);
  });

  it("in Ukrainian keep the Ukrainian alphabet: г ґ, е є, и і ї", () => {
    const names = ["Їжак", "Іва", "Єва", "Ґанок", "Ганок", "Ера", "Ирій"];
    expect(names.sort(naturalCompare("uk"))).toEqual(["Ганок", "Ґанок", "Ера", "Єва", "Ирій", "Іва", "Їжак"]);
  });
});

describe("figures", () => {
  const write = (value: number) => formatPercent(value, ru);
  const silences: Figure[] = [{ kind: "tooFew" }, { kind: "absent" }, { kind: "notApplicable" }];

  it("of zero are a value, and the three silences never look alike or like a number", () => {
    expect(formatFigure(russian, figureOf(0), write)).toBe("0\u00a0%");
    for (const dense of [false, true]) {
      const words = silences.map((figure) => formatFigure(russian, figure, write, { dense }));
      expect(new Set(words).size).toBe(3);
      for (const word of words) expect(word).not.toMatch(/\d/);
    }
    expect(silences.map((figure) => formatFigure(ukrainian, figure, write))).toEqual([
      "приховано",
      "немає даних",
      "—",
    ]);
  });

  it("of an undefined statistic are absent", () => {
    expect(figureOf(null)).toEqual({ kind: "absent" });
  });
});
