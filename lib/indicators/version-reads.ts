import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { IndicatorVersion } from "../platform/db/prisma/client.ts";
import { columnsOf, type OwnerColumns, type UnitOwner } from "./owner.ts";
import { type InForce, versionInForce } from "./rules.ts";
import type { IndicatorVersionView } from "./shapes.ts";

/** A row as pages read it. */
export function versionView(row: IndicatorVersion): IndicatorVersionView {
  const { effectiveFrom, effectiveTo, status, changedAt, changedBy, adoptedAt, adoptedBy, ...plain } = row;
  const { indicatorId, ...rest } = plain;
  return {
    ...rest,
    status: status === "draft" ? "draft" : "adopted",
    effectiveFrom: dateToDay(effectiveFrom) ?? "",
    effectiveTo: dateToDay(effectiveTo),
  };
}

/** What stands for an indicator today: the version in force, else the next to come, else the last that was, else the draft. */
export function shownVersion<V extends InForce & { status: string; version: number }>(
  versions: readonly V[],
  today: string,
): V | null {
  const adopted = versions
    .filter(({ status }) => status === "adopted")
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return (
    versionInForce(adopted, today) ??
    adopted.find(({ effectiveFrom }) => effectiveFrom > today) ??
    adopted.at(-1) ??
    versions[0] ??
    null
  );
}

/** The units that a person belongs to, from the region down. */
export function pathOf(viewer: Viewer): UnitOwner[] {
  const { regionId, municipalityId, schoolId } = viewer;
  return [
    ...(regionId === null ? [] : [{ kind: "region" as const, id: regionId }]),
    ...(municipalityId === null ? [] : [{ kind: "municipality" as const, id: municipalityId }]),
    ...(schoolId === null ? [] : [{ kind: "school" as const, id: schoolId }]),
  ];
}

/** Rows of these units only, for a `where`. */
export function ownedBy(units: readonly UnitOwner[]): { OR: OwnerColumns[] } {
  return { OR: units.map(columnsOf) };
}
