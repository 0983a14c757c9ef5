import { describe, expect, it } from "vitest";
import type { MarkerVerdict } from "#lib/statistics/objectivity/marker.ts";
import { repeatedMarker } from "#lib/statistics/objectivity/repeated-marker.ts";

const letters: Record<string, MarkerVerdict> = { n: "none", w: "weak", s: "strong", i: "insufficient" };
const years = (text: string) => [...text].map((letter) => letters[letter]!);

describe("repeatability (M9)", () => {
  it.each([
    ["sns", "strong", 2, 3],
    ["sss", "strong", 3, 3],
    ["ssi", "strong", 2, 2],
    ["snn", "weak", 1, 3],
    ["nnn", "none", 0, 3],
    ["nni", "none", 0, 2],
    ["nii", "insufficient", 0, 1],
    ["sni", "insufficient", 1, 2],
    ["sii", "insufficient", 1, 1],
    ["iii", "insufficient", null, 0],
    ["wws", "weak", 1, 3],
    ["www", "none", 0, 3],
  ] as const)("of %s is %s", (text, verdict, statistic, n) => {
    expect(repeatedMarker(years(text))).toEqual({
      ...{ namespace: "ours", marker: "repeatedMarker", statistic, limit: 2, n, verdict },
    });
  });

  it("counts weak signs too when told to", () => {
    expect(repeatedMarker(years("wns"), { limit: 2, from: "weak" }).verdict).toBe("strong");
    expect(repeatedMarker(years("wnn"), { limit: 2, from: "weak" }).verdict).toBe("weak");
  });

  it("takes another number of years", () => {
    expect(repeatedMarker(years("s"), { limit: 1, from: "strong" })).toMatchObject({
      ...{ limit: 1, verdict: "strong" },
    });
    expect(repeatedMarker(years("ssnn"), { limit: 3, from: "strong" }).verdict).toBe("weak");
    expect(repeatedMarker(years("sssn"), { limit: 3, from: "strong" }).verdict).toBe("strong");
    expect(repeatedMarker(years("ss")).verdict).toBe("strong");
  });

  it("refuses a limit that the years cannot reach", () => {
    expect(() => repeatedMarker(years("s"))).toThrow(/2 of 1 years/);
    expect(() => repeatedMarker([])).toThrow(RangeError);
    expect(() => repeatedMarker(years("sss"), { limit: 0, from: "strong" })).toThrow(RangeError);
    expect(() => repeatedMarker(years("sss"), { limit: 1.5, from: "strong" })).toThrow(RangeError);
  });
});
