import { toPercent } from "../statistics/interval.ts";
import type { JournalAgreement } from "../statistics/journal-agreement.ts";
import { sharePercent } from "../statistics/share.ts";
import { wilson } from "../statistics/wilson.ts";
import { type FigureRule, leftOut, PERCENT } from "./figure.ts";
import { journalComparison } from "./rules.ts";

function ofJournal(key: "lowered" | "confirmed" | "raised" | "apart"): FigureRule {
  return {
    key,
    name: key,
    params: {},
    unit: "percent",
    decimals: 1,
    scale: PERCENT,
    edition: 1,
    source: key === "apart" ? "journalGap" : "journalReport",
    method: "wilson",
    compute: (summary) => {
      const journal = journalComparison(summary);
      const part = journal?.[key satisfies keyof JournalAgreement] ?? 0;
      const base = journal?.base ?? 0;
      return {
        value: sharePercent(part, base),
        interval: toPercent(wilson(part, base)),
        part,
        base,
        inputs: { part, n: base },
        leftOut: leftOut({ absent: summary.absent, noJournal: summary.participants - base }),
      };
    },
  };
}

/** The mark of the work against the mark of the journal; the base holds only pupils who have both. */
export const journalFigures: readonly FigureRule[] = (
  ["confirmed", "lowered", "raised", "apart"] as const
).map(ofJournal);
