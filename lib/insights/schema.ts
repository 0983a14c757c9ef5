import { z } from "zod";

export const unitKinds = ["region", "municipality", "school"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit whose analysis is asked for; a class is a school with a label. */
export interface Unit {
  kind: UnitKind;
  id: number;
  classLabel: string | null;
}

/** The unit as it stands in an address: `school-12`, `municipality-3`, `region-1`. */
export const unitTextSchema = z
  .string()
  .regex(/^(region|municipality|school)-\d{1,9}$/)
  .transform((text) => {
    const [kind, id] = text.split("-");
    return { kind: kind as UnitKind, id: Number(id) };
  });

/** The address form of a unit. */
export function unitText(unit: { kind: UnitKind; id: number }): string {
  return `${unit.kind}-${unit.id}`;
}
