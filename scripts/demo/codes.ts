import { chanceOf } from "./random.ts";
import type { DemoWork } from "./works.ts";

/** Codes of one grade lie in a range of their own, so that none stands twice in a school. */
const RANGE = 20_000;
const FIRST_GRADE = 4;

/**
 * Five-digit codes of a parallel in the order of its pupils: the same in all works of a campaign, new in the next one. In 2025
 * they ran from 40001 (grade 4) and 50001 (grade 5), later ones have gaps and leading zeros.
 */
export function participantCodes(
  login: string,
  { year, season, gradeWriting }: Pick<DemoWork, "year" | "season" | "gradeWriting">,
  count: number,
): string[] {
  if (year === 2025) return Array.from({ length: count }, (_, i) => String(gradeWriting * 10_000 + 1 + i));
  const chance = chanceOf("codes", login, year, season, gradeWriting);
  const codes = new Set<number>();
  while (codes.size < count) codes.add((gradeWriting - FIRST_GRADE) * RANGE + chance.whole(RANGE));
  return [...codes].sort((a, b) => a - b).map((code) => String(code).padStart(5, "0"));
}
