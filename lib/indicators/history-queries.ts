import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { type UnitOwner, unitOf } from "./owner.ts";
import { pathOf } from "./version-reads.ts";

/** The value of the viewer's own unit in one period. */
export interface PeriodValue {
  unit: UnitOwner;
  periodStart: string;
  periodEnd: string;
  state: "value" | "absent" | "notApplicable";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Values of an indicator for the viewer's own unit, newest first; none for who belongs to no unit. */
export async function listOwnValues(viewer: Viewer, indicatorId: number): Promise<PeriodValue[]> {
  permit(viewer, "indicators.read");
  const unit = unitOf(viewer) ?? pathOf(viewer).at(-1) ?? null;
  if (unit === null) return [];
  return asViewer(viewer, async (tx) => {
    const rows = await tx.indicatorValue.findMany({
      where: { indicatorId, unitKind: unit.kind, unitId: unit.id },
      orderBy: { periodStart: "desc" },
      take: 12,
    });
    return rows.map(({ periodStart, periodEnd, state, value, numerator, denominator }) => ({
      unit,
      periodStart: dateToDay(periodStart) ?? "",
      periodEnd: dateToDay(periodEnd) ?? "",
      state: state as PeriodValue["state"],
      ...{ value, numerator, denominator },
    }));
  });
}
