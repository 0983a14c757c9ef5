/** Refuses anything that is no number; infinities are numbers here. */
export function checkNumber(x: number): void {
  if (Number.isNaN(x)) throw new RangeError("A distribution function needs a number, got NaN");
}

/** Refuses a probability outside [0, 1]; 95 instead of 0.95 is the usual slip. */
export function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`);
}

/** Refuses a parameter that is not a finite number above 0. */
export function checkPositive(value: number, name: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} must be a finite number above 0, got ${value}`);
}
