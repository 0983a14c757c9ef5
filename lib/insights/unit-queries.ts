import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import type { Unit } from "./schema.ts";
import { mayOpen } from "./unit-view.ts";

/** A unit that can be opened, with the word that its link says. */
export interface UnitLink extends Unit {
  name: string;
}

/** No list of links is longer: beyond that one goes by municipality. */
const MOST_LINKS = 200;

/** The regions that the viewer may analyse whole; for those who have no unit of their own. */
export function listRegions(viewer: Viewer): Promise<UnitLink[]> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const regions = await tx.region.findMany({ orderBy: { name: "asc" } });
    return regions
      .filter(({ id }) => mayOpen(viewer.scope, { kind: "region", id, regionId: id }))
      .map(({ id, name }) => ({ kind: "region", id, classLabel: null, name }));
  });
}

/** Where one can go from a unit: the units around it that the viewer may open, the widest first, and the parts inside it. */
export function listUnitsAround(
  viewer: Viewer,
  unit: Unit,
): Promise<{ around: UnitLink[]; inside: UnitLink[] }> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => ({
    around: await unitsAround(tx, viewer, unit),
    inside: unit.classLabel === null ? await unitsInside(tx, unit) : [],
  }));
}

async function unitsAround(tx: ReadTx, viewer: Viewer, unit: Unit): Promise<UnitLink[]> {
  if (unit.kind === "region") return [];
  const school =
    unit.kind === "school"
      ? await tx.school.findUnique({
          where: { id: unit.id },
          include: { municipality: { include: { region: true } } },
        })
      : null;
  const municipality =
    school?.municipality ??
    (await tx.municipality.findUnique({ where: { id: unit.id }, include: { region: true } }));
  if (!municipality || (unit.kind === "school" && !school)) return [];
  const { region } = municipality;
  const links: UnitLink[] = [
    { kind: "region", id: region.id, classLabel: null, name: region.name },
    { kind: "municipality", id: municipality.id, classLabel: null, name: municipality.name },
    ...(school ? [{ kind: "school" as const, id: school.id, classLabel: null, name: school.name }] : []),
  ];
  return links
    .filter((link) => link.kind !== unit.kind || unit.classLabel !== null)
    .filter((link) => mayOpen(viewer.scope, { ...link, regionId: region.id }));
}

async function unitsInside(tx: ReadTx, unit: Unit): Promise<UnitLink[]> {
  if (unit.kind === "school") {
    const rows = await tx.$queryRaw<{ label: string }[]>`
      SELECT class_label AS label FROM summary WHERE school_id = ${unit.id} AND class_label NOT IN (${wholeSchool}, '')
      GROUP BY class_label ORDER BY class_label COLLATE natural_order LIMIT ${MOST_LINKS}`;
    return rows.map(({ label }) => ({ kind: "school", id: unit.id, classLabel: label, name: label }));
  }
  const rows =
    unit.kind === "municipality"
      ? await tx.$queryRaw<{ id: number; name: string }[]>`
          SELECT id, name FROM school WHERE municipality_id = ${unit.id} ORDER BY name COLLATE natural_order, id LIMIT ${MOST_LINKS}`
      : await tx.$queryRaw<{ id: number; name: string }[]>`
          SELECT id, name FROM municipality WHERE region_id = ${unit.id} ORDER BY name COLLATE natural_order, id LIMIT ${MOST_LINKS}`;
  const kind = unit.kind === "municipality" ? "school" : "municipality";
  return rows.map(({ id, name }) => ({ kind, id, classLabel: null, name }));
}
