import type { Summary } from "../statistics/summary.ts";
import { type FigureRule, leftOut, type Workings } from "./figure.ts";

function people(
  key: string,
  compute: (summary: Summary) => Pick<Workings, "value" | "base" | "inputs" | "leftOut"> & { part?: number },
): FigureRule {
  return {
    key,
    name: key,
    params: {},
    unit: "people",
    decimals: 0,
    scale: null,
    edition: 1,
    source: "forms",
    method: null,
    compute: (summary) => ({ interval: null, part: null, ...compute(summary) }),
  };
}

/** Who took part, who did not, and whose score can be used. */
export const peopleFigures: readonly FigureRule[] = [
  people("participants", (summary) => ({
    value: summary.participants,
    base: summary.participants,
    inputs: { listed: summary.participants + summary.absent, absent: summary.absent },
    leftOut: leftOut({ absent: summary.absent }),
  })),
  people("absent", (summary) => ({
    value: summary.absent,
    part: summary.absent,
    base: summary.participants + summary.absent,
    inputs: { listed: summary.participants + summary.absent, participants: summary.participants },
    leftOut: [],
  })),
  people("scored", (summary) => ({
    value: summary.scored,
    part: summary.scored,
    base: summary.participants,
    inputs: { participants: summary.participants, without: summary.participants - summary.scored },
    leftOut: leftOut({ absent: summary.absent, noScore: summary.participants - summary.scored }),
  })),
  people("markDifferences", (summary) => ({
    value: summary.markDifferences,
    part: summary.markDifferences,
    base: summary.participants,
    inputs: { participants: summary.participants },
    leftOut: leftOut({ absent: summary.absent }),
  })),
];
