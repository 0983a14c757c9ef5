import { describe, expect, it } from "vitest";
import { type LogisticDif, logisticDif } from "#lib/statistics/items/logistic-dif.ts";
import type { DifGroup } from "#lib/statistics/items/matched-answers.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { districtGroups, districtScores } from "#tests/support/items.ts";

type Tested = Extract<LogisticDif, { kind: "tested" }>;
const R: DifGroup = "reference";
const F: DifGroup = "focal";
const matrix = districtScores("MA4");
const groups = districtGroups("MA4");

function tested(outcome: LogisticDif): Tested {
  if (outcome.kind !== "tested") throw new Error(outcome.reason);
  return outcome;
}

/** One person for each answer, matched by score: `[group, score, answers as 0 and 1]`. */
function small(...cells: readonly (readonly [DifGroup, number, readonly number[]])[]): LogisticDif {
  const persons = cells.flatMap(([group, score, answers]) =>
    answers.map((answer) => ({ group, score, answer })),
  );
  return logisticDif(
    scoreMatrix(
      persons.map((person) => [person.answer]),
      [1],
    ),
    0,
    persons.map((person) => person.group),
    { matching: persons.map((person) => person.score) },
  );
}

describe("logistic DIF", () => {
  // R: m1 <- glm(y ~ s, binomial), m2 <- glm(y ~ s + g, …), m3 <- glm(y ~ s * g, …) with epsilon = 1e-15, for MA4:
  // deviance differences with pchisq, coef(m2)[3] ± qnorm(.975) se, Nagelkerke's R² of m3 minus that of m1.
  it.each([
    {
      ...{ item: 4, rightFrom: 1, effect: "A" },
      ...{
        uniform: [1.4764700887767503, 0.22432762738664005],
        nonUniform: [3.8564785542384925, 0.049554231956226796],
      },
      ...{ either: [5.332948643015243, 0.06949681731368823], logOdds: -0.12511156906825721 },
      ...{ low: -0.3269731626075122, high: 0.0767500244709978, change: 0.0023068880515257906 },
    },
    {
      ...{ item: 6, rightFrom: 1, effect: "A" },
      ...{
        uniform: [37.51828194191944, 9.056016098278179e-10],
        nonUniform: [1.7546580895798343, 0.18529221561560424],
      },
      ...{ either: [39.272940031499274, 2.9647592184123272e-9], logOdds: 0.8245402502055258 },
      ...{ low: 0.5553647854361541, high: 1.093715714974895, change: 0.025354480423894543 },
    },
    {
      ...{ item: 2, rightFrom: 2, effect: "A" },
      ...{
        uniform: [0.16010091219186506, 0.6890636263996293],
        nonUniform: [2.1421806355560875, 0.14329807276660786],
      },
      ...{ either: [2.3022815477479526, 0.3162757643766928], logOdds: -0.040960226445801 },
      ...{ low: -0.24159657206363785, high: 0.15967611917203586, change: 0.000852503076248512 },
    },
  ])("agrees with R for item $item", ({ item, rightFrom, effect, low, high, ...expected }) => {
    const found = tested(logisticDif(matrix, item, groups, { rightFrom }));
    expect(found.n).toBe(2434);
    for (const name of ["uniform", "nonUniform", "either"] as const) {
      const [chiSquared, p] = expected[name];
      expect(found[name]!.chiSquared).toBeCloseTo(chiSquared!, 8);
      expect(found[name]!.p / p!).toBeCloseTo(1, 7);
      expect(found[name]!.degreesOfFreedom).toBe(name === "either" ? 2 : 1);
    }
    expect(found.logOdds).toBeCloseTo(expected.logOdds, 8);
    expect(found.interval.low).toBeCloseTo(low, 8);
    expect(found.interval.high).toBeCloseTo(high, 8);
    expect(found.nagelkerkeChange).toBeCloseTo(expected.change, 10);
    expect(found.effectClass).toBe(effect);
  });

  it("takes its level", () => {
    const [usual, wide] = [0.95, 0.99].map((level) => tested(logisticDif(matrix, 6, groups, {}, level)));
    expect(wide!.interval.low).toBeLessThan(usual!.interval.low);
    expect(() => logisticDif(matrix, 6, groups, {}, 95)).toThrow(RangeError);
  });

  it("turns its sign when the groups change places", () => {
    const here = tested(logisticDif(matrix, 6, groups));
    const there = tested(
      logisticDif(
        matrix,
        6,
        groups.map((group) => (group === R ? F : R)),
      ),
    );
    expect(there.logOdds).toBeCloseTo(-here.logOdds, 9);
    expect(there.uniform.chiSquared).toBeCloseTo(here.uniform.chiSquared, 8);
    expect(there.nonUniform!.chiSquared).toBeCloseTo(here.nonUniform!.chiSquared, 8);
  });

  // R: Nagelkerke's R² of glm(y ~ s * g, binomial) minus that of glm(y ~ s, binomial) for 200 answers at each of two
  // scores in both groups: 80 and 120 right in the one, `more` more in the other.
  it.each([
    [0, 0, "A"],
    [28, 0.0267854593367, "A"],
    [32, 0.0352562997719, "B"],
    [40, 0.0561608197155, "B"],
    [48, 0.0829389497306, "C"],
  ])("grades %i more right answers by the %f they add to Nagelkerke's R²", (more, change, effectClass) => {
    const answers = (right: number) => Array.from({ length: 200 }, (_, i) => (i < right ? 1 : 0));
    const found = tested(
      small(
        [R, 1, answers(80)],
        [R, 2, answers(120)],
        [F, 1, answers(80 + more)],
        [F, 2, answers(120 + more)],
      ),
    );
    expect(found.nagelkerkeChange).toBeCloseTo(change, 11);
    expect(found.effectClass).toBe(effectClass);
  });

  it("calls a large but not significant change negligible", () => {
    const found = tested(small([R, 1, [1, 0]], [R, 2, [1, 0]], [F, 1, [1, 0, 0]], [F, 2, [1, 0, 0]]));
    expect(found.either!.p).toBeGreaterThan(0.05);
    expect(found.effectClass).toBe("A");
  });

  it("tests without a spread of scores, but then only for uniform DIF", () => {
    const found = tested(small([R, 3, [1, 1, 0]], [F, 3, [1, 0, 0]]));
    expect(found).toMatchObject({
      n: 6,
      nonUniform: null,
      either: null,
      nagelkerkeChange: null,
      effectClass: null,
    });
    // Odds 2 and 1/2: log-odds −2·log 2; deviances 12·log 2 and, with 1/3 and 2/3, 6·log 3 − 4·log 2 times 2.
    expect(found.logOdds).toBeCloseTo(-2 * Math.log(2), 9);
    expect(found.uniform.chiSquared).toBeCloseTo(
      12 * Math.log(2) - 2 * (6 * Math.log(3) - 4 * Math.log(2)),
      9,
    );
  });

  it("tests for uniform DIF alone where group × score separates the answers", () => {
    const found = tested(small([R, 1, [0, 1]], [R, 2, [0, 1, 1]], [F, 1, [0]], [F, 2, [0]], [F, 3, [1]]));
    expect(found.nonUniform).toBeNull();
    expect(found.either).toBeNull();
    expect(found.effectClass).toBeNull();
    expect(found.uniform.degreesOfFreedom).toBe(1);
  });

  it.each([
    ["oneGroup", () => small([R, 1, [1, 0]], [R, 2, [1, 0]])],
    ["oneGroup", () => small([F, 1, [1, 0]], [F, 2, [1, 0]])],
    ["oneGroup", () => logisticDif(scoreMatrix([], [1]), 0, [])],
    ["itemDoesNotVary", () => small([R, 1, [1, 1]], [F, 2, [1, 1]])],
    ["itemDoesNotVary", () => small([R, 1, [0, 0]], [F, 2, [0, 0]])],
    ["confounded", () => small([R, 1, [1, 0]], [F, 2, [1, 0]])],
    ["separation", () => small([R, 1, [0, 0]], [F, 1, [0]], [R, 2, [1]], [F, 2, [1, 1]])],
    ["separation", () => small([R, 1, [1, 0]], [R, 2, [1, 0]], [F, 1, [0, 0]], [F, 2, [0, 0]])],
  ])("says %s where nothing can be tested", (reason, outcome) => {
    expect(outcome()).toMatchObject({ kind: "notTestable", reason });
  });

  it("counts the persons it could not test", () => {
    expect(small([R, 1, [1, 0]], [R, 2, [1, 0, 0]])).toMatchObject({ n: 5 });
  });
});
