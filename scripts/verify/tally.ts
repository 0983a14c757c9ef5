/** What a part of the checks came to. */
export interface Tally {
  passed: number;
  failed: number;
}

export const nothing: Tally = { passed: 0, failed: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  const add = (all: Tally, one: Tally) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
  });
  return tallies.reduce(add, nothing);
}

/** A whole tool that either agrees or does not counts as one. */
export function one(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
