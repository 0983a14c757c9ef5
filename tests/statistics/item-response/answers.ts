import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { readRecords } from "#tests/support/district.ts";
import { publicFolder } from "#tests/support/expected.ts";

type Table = readonly (readonly number[])[];

function numbers(name: string): number[][] {
  return readRecords(name).map((row) => Object.values(row).map(Number));
}

/** 1,000 × 20 right–wrong answers of tests/fixtures/own. */
export const rightWrong: Table = numbers("items.csv");

/** 800 × 12 answers with one to three points. */
export const partialCredit: Table = numbers("partial-credit.csv");

/** Answers of `rightWrong` in two booklets: the first half has items 1–12, the second items 9–20. */
export const booklets: (number | null)[][] = rightWrong.map((row, person) =>
  row.map((value, item) => ((person < 500 ? item >= 12 : item < 8) ? null : value)),
);

/** The Law School Admission Test, section 6; only where the public data are. */
export function lsat(): number[][] {
  const [, ...lines] = readFileSync(resolve(publicFolder, "LSAT.csv"), "utf8").trim().split("\n");
  return lines.map((line) => line.split(",").map(Number));
}

/** How many persons solved each item, and how many have each score. */
export function counts(answers: Table): { correct: number[]; scores: number[] } {
  const items = answers[0]?.length ?? 0;
  const correct = Array<number>(items).fill(0);
  const scores = Array<number>(items + 1).fill(0);
  for (const row of answers) {
    row.forEach((value, item) => {
      correct[item]! += value;
    });
    scores[row.reduce((sum, value) => sum + value, 0)]!++;
  }
  return { correct, scores };
}

/** How many persons have each score up to `highest`. */
export function scoreCounts(answers: Table, highest: number): number[] {
  const scores = Array<number>(highest + 1).fill(0);
  for (const row of answers) scores[row.reduce((sum, value) => sum + value, 0)]!++;
  return scores;
}

/** Answers written as one word a person, one digit an item, "-" = not given: "10- 011" is two persons and three items. */
export function coded(words: string): (number | null)[][] {
  return words.split(" ").map((word) => [...word].map((digit) => (digit === "-" ? null : Number(digit))));
}

/** Invented answers: `persons` rows with points up to each maximum. */
export function invented(maxima: readonly number[], persons: { min: number; max: number }) {
  return fc.array(fc.tuple(...maxima.map((maximum) => fc.nat({ max: maximum }))), {
    minLength: persons.min,
    maxLength: persons.max,
  });
}
