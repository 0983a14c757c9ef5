import type { ReadTx } from "../platform/access/as-viewer.ts";
import { may } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { RegistryState, StandingSchool } from "./registry-plan.ts";
import type { RegistryReading } from "./registry-reading.ts";

/** Reads what the files are compared with: the viewer's schools, the classes of the files' years, and who has the other logins. */
export async function registryState(
  tx: ReadTx,
  viewer: Viewer,
  readings: readonly RegistryReading[],
): Promise<RegistryState> {
  const regions = await tx.$queryRaw<{ id: number; code: string }[]>`
    SELECT id, code FROM region WHERE id IN (SELECT visible_region_ids()) ORDER BY id`;
  const municipalities = await tx.$queryRaw<{ id: number; code: string; name: string; mine: boolean }[]>`
    SELECT id, code, name, id IN (SELECT visible_municipality_ids()) AS mine FROM municipality ORDER BY id`;
  const schools = await tx.$queryRaw<StandingSchool[]>`
    SELECT id, login, version, municipality_id AS "municipalityId", closed_on IS NOT NULL AS closed, name, full_name AS "fullName", kind,
      locality, locality_kind AS "localityKind", pupils, correctional, latitude, longitude FROM school ORDER BY id`;
  const mine = new Set(schools.map((one) => one.login));
  const mentioned = new Set(
    readings.flatMap((one) => [...one.schools, ...one.classes].map((line) => line.login)),
  );
  const others = [...mentioned].filter((login) => !mine.has(login));
  const taken = await tx.$queryRaw<
    { login: string }[]
  >`SELECT login FROM taken_logins(${others}::text[]) AS login`;
  const years = [...new Set(readings.flatMap((one) => one.classes.map((line) => line.year)))];
  const ids = schools.filter((one) => mentioned.has(one.login)).map((one) => one.id);
  const classes =
    years.length === 0
      ? []
      : await tx.$queryRaw<
          RegistryState["classes"]
        >`SELECT id, school_id AS "schoolId", year::int, label, pupils::int FROM school_class
          WHERE year = ANY (${years}::int[]) AND school_id = ANY (${ids}::int[]) ORDER BY id`;
  return {
    mayAddMunicipalities: may(viewer, "municipalities.add"),
    regions,
    municipalities,
    schools,
    takenElsewhere: new Set(taken.map((one) => one.login)),
    classes,
  };
}
