import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conditionalLikelihood,
  parameterLayout,
} from "#lib/statistics/item-response/conditional-likelihood.ts";
import { informativePart } from "#lib/statistics/item-response/informative-part.ts";
import { categoryCounts } from "#lib/statistics/item-response/response-groups.ts";
import { type ItemResponses, responseTable } from "#lib/statistics/item-response/responses.ts";
import { invented } from "./answers.ts";

function prepared(rows: ItemResponses) {
  const table = responseTable(rows);
  const part = informativePart(table);
  const counts = categoryCounts(table, part);
  return { part, counts, layout: parameterLayout(counts) };
}

/** The definition: each person's probability among all answers with the same score to the same items. */
function byEnumeration(
  rows: ItemResponses,
  { part, layout }: ReturnType<typeof prepared>,
  b: readonly number[],
) {
  const weight = (item: number, points: number) => {
    const c = part.categories[item]!.indexOf(points);
    return c === 0 ? 0 : b[layout.first[item]! + c - 1]!;
  };
  let logLik = 0;
  rows.forEach((row, person) => {
    if (part.used[person] === 0) return;
    const given = [...row.keys()].filter((item) => row[item] !== null && part.categories[item]!.length > 1);
    const score = given.reduce((sum, item) => sum + row[item]!, 0);
    let all: { score: number; weight: number }[] = [{ score: 0, weight: 0 }];
    for (const item of given)
      all = all.flatMap((one) =>
        part.categories[item]!.map((points) => ({
          score: one.score + points,
          weight: one.weight + weight(item, points),
        })),
      );
    const same = all.filter((one) => one.score === score).reduce((sum, one) => sum + Math.exp(one.weight), 0);
    logLik += given.reduce((sum, item) => sum + weight(item, row[item]!), 0) - Math.log(same);
  });
  return logLik;
}

const rows = invented([2, 1, 3, 2], { min: 6, max: 20 });
const holes = fc.array(fc.boolean(), { minLength: 80, maxLength: 80 });
const parameters = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 8, maxLength: 8 });
const withHoles = (table: readonly (readonly number[])[], missing: readonly boolean[]): ItemResponses =>
  table.map((row, person) =>
    row.map((value, item) => (missing[(person * 4 + item) % 80] && person % 2 ? null : value)),
  );

describe("the conditional likelihood", () => {
  it("is the probability of the answers among all with the same score", () => {
    fc.assert(
      fc.property(rows, holes, parameters, (table, missing, b) => {
        const answers = withHoles(table, missing);
        const ready = prepared(answers);
        const at = Float64Array.from(b.slice(0, ready.layout.item.length));
        const { logLik } = conditionalLikelihood(ready.counts, ready.layout, at);
        expect(logLik).toBeCloseTo(byEnumeration(answers, ready, [...at]), 9);
      }),
    );
  });

  it("has the gradient and the information that differences of it show", () => {
    fc.assert(
      fc.property(rows, holes, parameters, (table, missing, b) => {
        const { counts, layout } = prepared(withHoles(table, missing));
        const at = Float64Array.from(b.slice(0, layout.item.length));
        const { gradient, information } = conditionalLikelihood(counts, layout, at);
        const h = 1e-5;
        at.forEach((_, p) => {
          const [up, down] = [1, -1].map((sign) =>
            conditionalLikelihood(
              counts,
              layout,
              at.map((value, q) => (q === p ? value + sign * h : value)),
            ),
          );
          expect(gradient[p]).toBeCloseTo((up!.logLik - down!.logLik) / (2 * h), 5);
          at.forEach((_, q) => {
            const second = (up!.gradient[q]! - down!.gradient[q]!) / (2 * h);
            expect(information.data[p * at.length + q]).toBeCloseTo(-second, 5);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it("does not change when the zero of the ability scale moves", () => {
    fc.assert(
      fc.property(rows, parameters, fc.double({ min: -2, max: 2, noNaN: true }), (table, b, shift) => {
        const { counts, layout } = prepared(table);
        const at = Float64Array.from(b.slice(0, layout.item.length));
        const moved = at.map((value, p) => value + shift * layout.step[p]!);
        expect(conditionalLikelihood(counts, layout, moved).logLik).toBeCloseTo(
          conditionalLikelihood(counts, layout, at).logLik,
          8,
        );
      }),
    );
  });
});
