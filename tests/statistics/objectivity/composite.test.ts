import { describe, expect, it } from "vitest";
import { markerComposite } from "#lib/statistics/objectivity/composite.ts";
import type { MarkerNamespace, MarkerVerdict } from "#lib/statistics/objectivity/marker.ts";

const marker = (verdict: MarkerVerdict, namespace: MarkerNamespace = "ours") => ({
  ...{ namespace, marker: "any", statistic: 1, limit: 0, n: 20, verdict },
});

describe("the composite of markers", () => {
  it("counts strong ones whole and weak ones half, beside the tests run and what chance would mark", () => {
    const results = (["strong", "strong", "weak", "none", "insufficient"] as const).map((verdict) =>
      marker(verdict),
    );
    expect(markerComposite(results)).toEqual({
      ...{ score: 2.5, strong: 2, weak: 1, tests: 4, insufficient: 1, expectedByChance: 0.04 },
    });
    expect(markerComposite(results, 0.5).expectedByChance).toBe(2);
  });

  it("of nothing is 0 of 0", () => {
    expect(markerComposite([])).toEqual({
      ...{ score: 0, strong: 0, weak: 0, tests: 0, insufficient: 0, expectedByChance: 0 },
    });
  });

  it("does not mix official markers with our own", () => {
    expect(() => markerComposite([marker("none"), marker("none", "official")])).toThrow(
      /not counted together/,
    );
    expect(markerComposite([marker("strong", "official")]).score).toBe(1);
  });

  it("refuses a level that is none", () => {
    for (const level of [0, 1, 5, Number.NaN])
      expect(() => markerComposite([], level)).toThrow(/between 0 and 1/);
  });
});
