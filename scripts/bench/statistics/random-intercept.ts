import { normalDraw, seededGenerator } from "#lib/statistics/random.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { randomIntercept } from "#lib/statistics/school-effects/random-intercept.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { timedInR } from "./in-r.ts";

/** As many pupils and schools as the Chem97 data, on which lme4 is often shown. */
const ROWS = { pupils: 31_022, schools: 2_410 };
/** Schools of a whole country, eleven pupils each on average. */
const COUNTRY = { pupils: 440_000, schools: 40_000 };
/** lme4 takes seconds for the country; more runs would say nothing more. */
const RUNS_OF_COUNTRY = 3;

interface Pupils {
  names: string[];
  x: number[][];
  y: number[];
}

/** Prior and later score of pupils, 15 % of what the prior score leaves between schools; sizes of schools differ tenfold. */
function simulatedPupils({ pupils, schools }: typeof ROWS): Pupils {
  const random = seededGenerator(pupils);
  const effects = Array.from({ length: schools }, () => 0.4 * normalDraw(random));
  const [names, x, y]: [string[], number[][], number[]] = [[], [], []];
  for (let i = 0; i < pupils; i++) {
    // Every school has a pupil; the rest go to the first schools more often.
    const school = i < schools ? i : Math.floor(schools * random() ** 1.5);
    const prior = normalDraw(random);
    names.push(`S${school}`);
    x.push([prior]);
    y.push(50 + 0.6 * prior + effects[school]! + normalDraw(random));
  }
  return { names, x, y };
}

function timed(runs: number, estimate: () => number): { times: number[]; value: number } {
  // The first calls are compiled while they run.
  for (let i = 0; i < 3; i++) estimate();
  let value = 0;
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    value = estimate();
    return performance.now() - from;
  });
  return { times, value };
}

function ratioOf(fit: ReturnType<typeof randomIntercept>): number {
  if (!fit.converged) throw new Error(`The random-intercept model was not fitted: ${fit.reason}`);
  return fit.between / fit.within;
}

/** The random-intercept model from rows and from moments of groups, against lme4 on the same simulated pupils. */
export async function measureRandomIntercept(
  options: Options,
  tell: (text: string) => void,
): Promise<Ratio[]> {
  const { runs } = options;
  tell(`random intercept: ${ROWS.pupils} rows`);
  const some = simulatedPupils(ROWS);
  const fromRows = timed(runs, () =>
    ratioOf(randomIntercept([...groupMomentsOf(some.names, some.x, some.y).values()])),
  );
  const first = await against(some, runs, fromRows, {
    name: `random intercept on ${ROWS.pupils} rows`,
    behind: `${ROWS.schools} schools, from the rows on, with effects and the interval of the ICC`,
  });
  tell(`random intercept: ${COUNTRY.schools} schools; lme4 works on their ${COUNTRY.pupils} rows`);
  const many = simulatedPupils(COUNTRY);
  const moments = [...groupMomentsOf(many.names, many.x, many.y).values()];
  const fromMoments = timed(runs, () => ratioOf(randomIntercept(moments)));
  const second = await against(many, Math.min(runs, RUNS_OF_COUNTRY), fromMoments, {
    name: `random intercept on the moments of ${COUNTRY.schools} schools`,
    behind: `from the moments on, with effects and the interval of the ICC; lme4 has their ${COUNTRY.pupils} rows`,
  });
  return [first, second];
}

async function against(
  pupils: Pupils,
  runs: number,
  ours: { times: number[]; value: number },
  { name, behind }: { name: string; behind: string },
): Promise<Ratio> {
  const theirs = await timedInR({
    package: "lme4",
    data: pupils.y.map((y, i) => `${pupils.names[i]},${pupils.x[i]![0]},${y}`).join("\n"),
    before:
      'd <- read.csv(file, header = FALSE, col.names = c("school", "x", "y")); d$school <- factor(d$school)',
    expression: 'unname(getME(lmer(y ~ x + (1 | school), d), "theta"))^2',
    runs,
  });
  const told = `${behind}: ${spread(ours.times, "ms", 1)}`;
  if (theirs === null) return { name, value: median(ours.times), goal: null, unit: "ms", behind: told };
  // lme4 stops up to about 1e-6 before the optimum.
  if (!(Math.abs(theirs.value / ours.value - 1) < 1e-4))
    throw new Error(`lme4 says that the ratio of the variances is ${theirs.value}, we say ${ours.value}`);
  return {
    name: `${name}, time of lme4 / ours`,
    value: median(theirs.times) / median(ours.times),
    goal: { kind: "atLeast", value: 10 },
    unit: "×",
    behind: `${told}; lme4 ${spread(theirs.times, "ms")}, reading the file not counted; the same ratio of variances`,
  };
}
