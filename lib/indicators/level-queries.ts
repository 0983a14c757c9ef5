import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { Owner } from "./owner.ts";
import { type Borders, levelChanges, levelCounts } from "./rules.ts";
import { nameOf, unitNames } from "./unit-names.ts";
import type { Level } from "./vocabulary.ts";

/** What new borders would do to the units in the viewer's sight, by the newest period that has values. */
export interface LevelPreview {
  /** Null: nobody has a value yet. */
  period: { start: string; end: string } | null;
  /** Units with a value. */
  units: number;
  changes: { unit: Owner; name: string; value: number; from: Level | null; to: Level }[];
  /** Null without borders before. */
  before: Record<Level, number> | null;
  after: Record<Level, number>;
}

interface ValueRow {
  unitKind: string;
  unitId: number;
  value: number | null;
}

/**
 * Who would change level, before anything is saved. Schools are looked at; a school looks at itself. Values of units out of
 * the viewer's sight are not there: the database decides.
 */
export async function previewLevels(
  viewer: Viewer,
  indicatorId: number,
  before: Borders | null,
  after: Borders,
): Promise<LevelPreview> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const where = { indicatorId, unitKind: "school", state: "value" } as const;
    const newest = await tx.indicatorValue.findFirst({ where, orderBy: { periodStart: "desc" } });
    const rows: ValueRow[] = newest
      ? await tx.indicatorValue.findMany({
          where: { ...where, periodStart: newest.periodStart },
          select: { unitKind: true, unitId: true, value: true },
          orderBy: { unitId: "asc" },
        })
      : [];
    const found = levelChanges(rows, before, after);
    const units = found.map(({ unit }): Owner => ({ kind: "school", id: unit.unitId }));
    const names = await unitNames(tx, units);
    return {
      period: newest
        ? { start: dateToDay(newest.periodStart) ?? "", end: dateToDay(newest.periodEnd) ?? "" }
        : null,
      units: rows.length,
      changes: found.map(({ unit, from, to }, index) => {
        const owner = units[index] as Owner;
        return { unit: owner, name: nameOf(names, owner), value: unit.value ?? 0, from, to };
      }),
      before: before && levelCounts(rows, before),
      after: levelCounts(rows, after),
    };
  });
}
