import { raschModel } from "#lib/statistics/item-response/rasch.ts";
import { normalDraw, seededGenerator } from "#lib/statistics/random.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { timedInR } from "./in-r.ts";

const PERSONS = 1_000;
const ITEMS = 20;

/** Right–wrong answers as the Rasch model gives them, difficulties from −2 to 2. */
function simulatedAnswers(): number[][] {
  const random = seededGenerator(1_020);
  return Array.from({ length: PERSONS }, () => {
    const ability = normalDraw(random);
    return Array.from({ length: ITEMS }, (_, item) => {
      const difficulty = (4 * item) / (ITEMS - 1) - 2;
      return random() < 1 / (1 + Math.exp(difficulty - ability)) ? 1 : 0;
    });
  });
}

/** The Rasch model of 1,000 persons × 20 items by conditional maximum likelihood, from their rows on, against eRm::RM on the same data. */
export async function measureRasch(options: Options, tell: (text: string) => void): Promise<Ratio[]> {
  tell("rasch: estimating 1,000 × 20");
  const rows = simulatedAnswers();
  const estimate = () => {
    const model = raschModel(rows);
    if (!model.converged) throw new Error(`The simulated answers have no Rasch model: ${model.reason}`);
    return model.logLik;
  };
  // The first calls are compiled while they run.
  let logLik = estimate();
  for (let i = 0; i < 3; i++) logLik = estimate();
  const ours = Array.from({ length: options.runs }, () => {
    const from = performance.now();
    estimate();
    return performance.now() - from;
  });
  tell("rasch: the same in R");
  const theirs = await timedInR({
    package: "eRm",
    data: rows.map((row) => row.join(",")).join("\n"),
    before: "x <- read.csv(file, header = FALSE)",
    expression: "RM(x, sum0 = TRUE)$loglik",
    runs: options.runs,
  });
  const behind = `${PERSONS} persons × ${ITEMS} items, from rows to difficulties with standard errors: ${spread(ours, "ms", 1)}`;
  if (theirs === null)
    return [{ name: "Rasch model of 1,000 × 20", value: median(ours), goal: null, unit: "ms", behind }];
  // eRm stops a little before the maximum, so that its log-likelihood is at most ours.
  if (!(Math.abs(theirs.value - logLik) < 1e-4))
    throw new Error(`eRm says that the log-likelihood is ${theirs.value}, we say ${logLik}`);
  return [
    {
      name: "Rasch model of 1,000 × 20, time of eRm::RM / ours",
      value: median(theirs.times) / median(ours),
      goal: { kind: "atLeast", value: 5 },
      unit: "×",
      behind: `${behind}; eRm ${spread(theirs.times, "ms", 1)}, reading the file not counted; the same log-likelihood`,
    },
  ];
}
