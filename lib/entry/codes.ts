import { isShortCode } from "../results/cells/participant-code.ts";

/**
 * Codes for a class without a list: grade, the class's place in its parallel in two digits, and a running number in two:
 * 40101, 40102 … of the first class of grade 4. A code that is in use is left out. The paper on which they stand beside
 * names stays at the school.
 */
export function makeCodes(
  grade: number,
  place: number,
  count: number,
  isUsed: (code: string) => boolean,
): string[] {
  const codes: string[] = [];
  for (let number = 1; codes.length < count && number < 100; number++) {
    const code = `${grade}${two(place)}${two(number)}`;
    if (!isUsed(code) && !isShortCode(code)) codes.push(code);
  }
  return codes;
}

const two = (number: number) => String(number).padStart(2, "0");
