import { toPercent } from "../statistics/interval.ts";
import type { JournalAgreement } from "../statistics/journal-agreement.ts";
import { journalKappa } from "../statistics/journal-kappa.ts";
import { sharePercent } from "../statistics/share.ts";
import { wilson } from "../statistics/wilson.ts";
import { cut, type FigureRule, leftOut, PERCENT } from "./figure.ts";
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

const COEFFICIENT = { from: -1, to: 1 } as const;

/** How much of the agreement is more than marks that are alike in the whole class. */
const kappa: FigureRule = {
  key: "kappa",
  name: "kappa",
  params: {},
  unit: "coefficient",
  decimals: 2,
  scale: COEFFICIENT,
  edition: 1,
  source: "kappa",
  method: "kappa",
  compute: (summary) => {
    const found = journalKappa(summary.journal);
    const { n = 0, steps = 0, pairSteps: pairs = 0 } = found ?? {};
    return {
      value: found?.kappa ?? null,
      interval: cut(found?.interval ?? null, COEFFICIENT),
      part: null,
      base: n,
      inputs: { n, steps, pairs },
      leftOut: leftOut({ absent: summary.absent, noJournal: summary.participants - n }),
    };
  },
};

/** The mark of the work against the mark of the journal; the base holds only pupils who have both. */
export const journalFigures: readonly FigureRule[] = [
  ...(["confirmed", "lowered", "raised", "apart"] as const).map(ofJournal),
  kappa,
];
