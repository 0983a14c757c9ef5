import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import type { CreateReportInput } from "./schema.ts";

export interface ReportUnit {
  /** What the public address of a report begins with. */
  slug: string;
  ids: { schoolId: number | null; municipalityId: number | null; regionId: number };
}

/** The unit that a report is to be about. Out of the viewer's scope is not found. */
export async function reportUnit(
  tx: WriteTx,
  viewer: Viewer,
  unit: CreateReportInput["unit"],
): Promise<ReportUnit> {
  if (unit.kind === "school") {
    const school = found(
      await tx.school.findUnique({ where: { id: unit.id }, include: { municipality: true } }),
    );
    const { id: schoolId, municipalityId, slug } = school;
    return { slug, ids: { schoolId, municipalityId, regionId: school.municipality.regionId } };
  }
  // Names of areas can be read by everybody; their reports are written by those whose scope covers them whole.
  const { scope } = viewer;
  if (viewer.schoolId !== null) throw new RefusedError("notFound");
  if (unit.kind === "municipality") {
    const municipality = found(await tx.municipality.findUnique({ where: { id: unit.id } }));
    const { id: municipalityId, regionId, slug } = municipality;
    if (scope.kind === "municipality" && scope.id !== municipalityId) throw new RefusedError("notFound");
    if (scope.kind === "region" && scope.id !== regionId) throw new RefusedError("notFound");
    return { slug, ids: { schoolId: null, municipalityId, regionId } };
  }
  if (scope.kind === "municipality" || (scope.kind === "region" && scope.id !== unit.id))
    throw new RefusedError("notFound");
  const region = found(await tx.region.findUnique({ where: { id: unit.id } }));
  return {
    slug: `region-${region.code}`,
    ids: { schoolId: null, municipalityId: null, regionId: region.id },
  };
}

/** The first free address: `shkola-7-2026`, `shkola-7-2026-2`, … */
export async function freeSlug(tx: WriteTx, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    // Asked past the viewer's sight: another unit's report may have the address.
    const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT report_slug_taken(${slug}) AS taken`;
    if (!row?.taken) return slug;
  }
}

/** A draft begins with every work of the year for which the unit has results. */
export async function usualWorks(tx: WriteTx, { unit, year }: CreateReportInput): Promise<number[]> {
  const rows =
    unit.kind === "school"
      ? await tx.$queryRaw<{ work_id: number }[]>`
          SELECT work_id FROM summary WHERE school_id = ${unit.id} AND year = ${year} AND class_label = ${wholeSchool} ORDER BY work_id`
      : await tx.$queryRaw<{ work_id: number }[]>`
          SELECT work_id FROM area_summary WHERE area_kind = ${unit.kind} AND area_id = ${unit.id} AND year = ${year} AND schools > 0 ORDER BY work_id`;
  return rows.map((row) => row.work_id);
}
