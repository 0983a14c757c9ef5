import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { ReportUnit } from "./schema.ts";

/**
 * The name of a unit whose reported figures a viewer may compare: a school in sight, an area that the viewer's scope covers
 * whole. Everything else is not found, whether it exists or not.
 */
export async function reportUnitName(tx: ReadTx, { scope }: Viewer, unit: ReportUnit): Promise<string> {
  if (unit.kind === "school")
    return found(await tx.school.findUnique({ where: { id: unit.id }, select: { name: true } })).name;
  const all = scope.kind === "all" || scope.kind === "system";
  if (unit.kind === "region") {
    const region = await tx.region.findUnique({ where: { id: unit.id }, select: { name: true } });
    return found(all || (scope.kind === "region" && scope.id === unit.id) ? region : null).name;
  }
  const municipality = await tx.municipality.findUnique({
    where: { id: unit.id },
    select: { name: true, regionId: true },
  });
  const covered =
    all ||
    (scope.kind === "municipality" && scope.id === unit.id) ||
    (scope.kind === "region" && scope.id === municipality?.regionId);
  return found(covered ? municipality : null).name;
}
