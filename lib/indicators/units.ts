/**
 * Units of indicators. `multiplier`: the value is numerator / denominator × multiplier (without a denominator the
 * numerator itself). `counted`: the numerator is people or things that are shown beside the share («12 / 24,5 %»).
 * `measured: false` is a heading of the order's list whose lines below it are measured instead. Names: messages indicators.units.
 */
export const units = {
  percent: { multiplier: 100, counted: false, measured: true, whole: false },
  peopleShare: { multiplier: 100, counted: true, measured: true, whole: false },
  people: { multiplier: 1, counted: false, measured: true, whole: true },
  ratio: { multiplier: 1, counted: false, measured: true, whole: false },
  pieces: { multiplier: 1, counted: false, measured: true, whole: true },
  perPerson: { multiplier: 1, counted: false, measured: true, whole: false },
  peoplePer: { multiplier: 1, counted: false, measured: true, whole: false },
  score: { multiplier: 1, counted: false, measured: true, whole: false },
  mark: { multiplier: 1, counted: false, measured: true, whole: false },
  squareMetres: { multiplier: 1, counted: false, measured: true, whole: false },
  megabits: { multiplier: 1, counted: false, measured: true, whole: false },
  minutes: { multiplier: 1, counted: false, measured: true, whole: false },
  perThousand: { multiplier: 1000, counted: false, measured: true, whole: false },
  percentagePoints: { multiplier: 1, counted: false, measured: true, whole: false },
  points100: { multiplier: 1, counted: false, measured: true, whole: false },
  yesNo: { multiplier: 1, counted: false, measured: true, whole: true },
  heading: { multiplier: 1, counted: false, measured: false, whole: false },
} as const satisfies Record<
  string,
  { multiplier: number; counted: boolean; measured: boolean; whole: boolean }
>;

export type Unit = keyof typeof units;
export const unitCodes = Object.keys(units) as Unit[];

/** True for a code of the list above. */
export function isUnit(code: string): code is Unit {
  return code in units;
}
