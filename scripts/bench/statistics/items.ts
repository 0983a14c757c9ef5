import { analyseItems } from "#lib/statistics/items/item-analysis.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { normalDraw, seededGenerator } from "#lib/statistics/random.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { timedInR } from "./in-r.ts";

const PERSONS = 25_000;
const ITEMS = 15;

/** Points of pupils on twelve items of one point and three of two, as a Rasch-like model gives them. */
function simulatedScores(): number[][] {
  const random = seededGenerator(25_015);
  return Array.from({ length: PERSONS }, () => {
    const ability = normalDraw(random);
    return Array.from({ length: ITEMS }, (_, item) => {
      const chance = 1 / (1 + Math.exp((item - 7) / 4 - ability));
      const taken = () => (random() < chance ? 1 : 0);
      return item < 12 ? taken() : taken() + taken();
    });
  });
}

/** Item analysis of 25,000 pupils × 15 items, from their rows on, against psych::alpha on the same data. */
export async function measureItems(options: Options, tell: (text: string) => void): Promise<Ratio[]> {
  tell("items: analysing 25,000 × 15");
  const rows = simulatedScores();
  const analyse = () => analyseItems(scoreMatrix(rows)).reliability.alpha?.value;
  // The first calls are compiled while they run.
  let value = analyse();
  for (let i = 0; i < 3; i++) value = analyse();
  const ours = Array.from({ length: options.runs }, () => {
    const from = performance.now();
    analyse();
    return performance.now() - from;
  });
  tell("items: the same in R");
  const theirs = await timedInR({
    package: "psych",
    data: rows.map((row) => row.join(",")).join("\n"),
    before: "x <- read.csv(file, header = FALSE)",
    expression: "psych::alpha(x, warnings = FALSE)$total$raw_alpha",
    runs: options.runs,
  });
  const behind = `${PERSONS} pupils × ${ITEMS} items, from rows to α with interval, item–rest correlations, α if dropped, 27 % groups: ${spread(ours, "ms", 1)}`;
  if (theirs === null)
    return [{ name: "item analysis of 25,000 × 15", value: median(ours), goal: null, unit: "ms", behind }];
  if (!(Math.abs(theirs.value - (value ?? Number.NaN)) < 1e-12))
    throw new Error(`psych says that alpha is ${theirs.value}, we say ${value}`);
  return [
    {
      name: "item analysis of 25,000 × 15, time of psych::alpha / ours",
      value: median(theirs.times) / median(ours),
      goal: { kind: "atLeast", value: 5 },
      unit: "×",
      behind: `${behind}; psych ${spread(theirs.times, "ms", 1)}, reading the file not counted; the same α`,
    },
  ];
}
