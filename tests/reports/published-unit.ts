import type { Figure } from "#lib/platform/format/figure.ts";
import type { PublishedUnit } from "#lib/reports/snapshot.ts";

/** A unit with these numbers; null = hidden. */
export function unit(
  kind: PublishedUnit["kind"],
  given: Partial<Record<"n" | "2" | "3" | "4" | "5" | "low" | "high", number | null>>,
): PublishedUnit {
  const figure = (value: number | null | undefined): Figure =>
    typeof value === "number" ? { kind: "value", value } : { kind: "tooFew" };
  return {
    kind,
    name: kind,
    counts: {
      n: figure(given.n),
      "2": figure(given["2"]),
      "3": figure(given["3"]),
      "4": figure(given["4"]),
      "5": figure(given["5"]),
      low: figure(given.low),
      high: figure(given.high),
    },
    completionPercent: { kind: "tooFew" },
  };
}
