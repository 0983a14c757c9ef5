import type { ProcedureCounts } from "./signs.ts";

/** A change of one pupil's mark that would turn the answer. */
export interface OnePupilFlip {
  readonly procedureKey: string;
  readonly year: number;
  /** One pupil fewer or one more with a low result. */
  readonly direction: "fewer" | "more";
}

/**
 * Stability under one pupil (устойчивость к ±1 участнику): for each procedure, would one pupil more or one fewer with mark 2
 * turn the answer? The mark of one pupil changes, nobody joins or leaves; a change that is impossible (fewer than 0, more
 * than all) is not tried. An empty list says that the answer stands whichever single mark is changed.
 *
 * Never null: an empty list for no procedures. Source: ours.
 * Units: none. R: no equivalent.
 *
 * @example onePupilFlips([{ procedureKey: "a", year: 2025, n: 20, low: 6 }], ([one]) => one!.low >= 6)
 * // [{ procedureKey: "a", year: 2025, direction: "fewer" }]
 */
export function onePupilFlips<P extends ProcedureCounts>(
  procedures: readonly P[],
  met: (procedures: readonly P[]) => boolean,
): OnePupilFlip[] {
  const before = met(procedures);
  return procedures.flatMap((one, i) =>
    ([-1, 1] as const).flatMap((step) => {
      const low = one.low + step;
      if (low < 0 || low > one.n || met(procedures.with(i, { ...one, low })) === before) return [];
      const direction = step < 0 ? "fewer" : "more";
      return [{ procedureKey: one.procedureKey, year: one.year, direction } satisfies OnePupilFlip];
    }),
  );
}
