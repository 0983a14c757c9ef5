/**
 * Kinds of cells. `formula` is a formula with a saved value (the text is that value), `formulaWithoutValue` one that was
 * never calculated (the text is empty); `error` is an error value such as `#DIV/0!`, or a text that holds control characters.
 */
export const CELL = {
  blank: 0,
  text: 1,
  number: 2,
  formula: 3,
  error: 4,
  formulaWithoutValue: 5,
  boolean: 6,
} as const;
