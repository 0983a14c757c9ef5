const WHOLE = /^\+?(0|[1-9]\d{0,8})(?:[.,]0{1,6})?$/;
const NUMBER = /^[+\-\u2212]?\d+(?:[.,]\d+)?$/;

/**
 * A whole number from a cell, read strictly: ASCII digits, an optional plus, an optional zero fraction («18,0» of a CSV).
 * Null for everything else: «0012», «1e3», «0x10», «7.0000000000000001», negative numbers and fractions.
 */
export function readWhole(text: string): number | null {
  const match = WHOLE.exec(text);
  return match ? Number(match[1]) : null;
}

/** True for what a person would call a number, also a negative one, a fraction or one with leading zeros. */
export function looksNumeric(text: string): boolean {
  return NUMBER.test(text);
}
