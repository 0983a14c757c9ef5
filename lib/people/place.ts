import type { WriteTx } from "../platform/access/as-viewer.ts";
import { RefusedError } from "../platform/errors.ts";

interface UnitIds {
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
}

/**
 * The journal's municipality and school for an event about a person of these units. A unit that is not there (a form
 * that was open while the registry changed) is refused.
 */
export async function placeOf(
  tx: WriteTx,
  { regionId, municipalityId, schoolId }: UnitIds,
): Promise<{ municipalityId: number | null; schoolId: number | null }> {
  if (schoolId !== null) {
    const school = existing(await tx.school.findUnique({ where: { id: schoolId } }));
    return { municipalityId: school.municipalityId, schoolId };
  }
  if (municipalityId !== null) existing(await tx.municipality.findUnique({ where: { id: municipalityId } }));
  if (regionId !== null) existing(await tx.region.findUnique({ where: { id: regionId } }));
  return { municipalityId, schoolId: null };
}

function existing<T>(unit: T | null): T {
  if (unit === null) throw new RefusedError("invalid", "people.refused.unitMissing");
  return unit;
}
