import type { WriteTx } from "../platform/access/as-viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { RefusedError } from "../platform/errors.ts";
import { municipalitySlug, slugFor } from "./name-rules.ts";
import { takenMunicipalitySlugs, takenSchoolSlugs } from "./registry-lock.ts";
import type { RegistryPlan, SchoolChange } from "./registry-plan.ts";
import type { NameChoice } from "./schema.ts";

/** What a person decided about other names in the file; the day of the renamings when there are any. */
export interface NameDecisions {
  of(login: string): NameChoice;
  renamedOn: string | null;
}

/** Writes a plan, all of it; the caller's transaction undoes it when anything fails. Rows go in bulk, as JSON, never one by one. */
export async function writePlan(tx: WriteTx, plan: RegistryPlan, names: NameDecisions): Promise<void> {
  await addMunicipalities(tx, plan);
  await addSchools(tx, plan);
  await changeSchools(tx, plan.changeSchools, names);
  await recordRenamings(tx, plan.changeSchools, names);
  await tx.$executeRaw`INSERT INTO school_class (school_id, year, grade, label, pupils)
    SELECT s.id, c.year, c.grade, c.label, c.pupils
    FROM jsonb_to_recordset(${JSON.stringify(plan.addClasses)}::jsonb) AS c(login text, year int, grade int, label text, pupils int)
    JOIN school s ON s.login = c.login`;
  await tx.$executeRaw`UPDATE school_class k SET pupils = c.pupils
    FROM jsonb_to_recordset(${JSON.stringify(plan.changeClasses)}::jsonb) AS c(id int, pupils int) WHERE k.id = c.id`;
}

async function addMunicipalities(tx: WriteTx, plan: RegistryPlan): Promise<void> {
  if (plan.municipalities.length === 0) return;
  const taken = await takenMunicipalitySlugs(tx);
  const rows = plan.municipalities.map((one) => {
    const slug = municipalitySlug(one.name, one.code, taken);
    taken.add(slug);
    return { ...one, slug };
  });
  await tx.municipality.createMany({ data: rows });
}

async function addSchools(tx: WriteTx, plan: RegistryPlan): Promise<void> {
  if (plan.addSchools.length === 0) return;
  const taken = await takenSchoolSlugs(tx);
  const rows = plan.addSchools.map((one) => {
    const slug = slugFor(one.name, one.login, taken);
    taken.add(slug);
    return { ...one, slug };
  });
  await tx.$executeRaw`INSERT INTO school (municipality_id, login, name, full_name, kind, locality, locality_kind, pupils, correctional, latitude, longitude, slug)
    SELECT m.id, x.login, x.name, x."fullName", x.kind, x.locality, x."localityKind", x.pupils, x.correctional, x.latitude, x.longitude, x.slug
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("municipalityCode" text, login text, name text, "fullName" text, kind text,
      locality text, "localityKind" text, pupils int, correctional boolean, latitude float8, longitude float8, slug text)
    JOIN municipality m ON m.code = x."municipalityCode"`;
}

/** Sets the changed fields; a school that somebody else changed since it was read stops everything. */
async function changeSchools(
  tx: WriteTx,
  changes: readonly SchoolChange[],
  names: NameDecisions,
): Promise<void> {
  const rows = changes
    .map(({ id, login, version, changes: fields, newName }) => ({
      id,
      version,
      ...Object.fromEntries(fields.map(({ field, to }) => [field, to])),
      ...(newName !== null && names.of(login) !== "keep" ? { name: newName } : {}),
    }))
    .filter((row) => Object.keys(row).length > 2);
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`UPDATE school s SET
      name = coalesce(x.name, s.name), full_name = coalesce(x."fullName", s.full_name), kind = coalesce(x.kind, s.kind),
      locality = coalesce(x.locality, s.locality), locality_kind = coalesce(x."localityKind", s.locality_kind),
      pupils = coalesce(x.pupils, s.pupils), correctional = coalesce(x.correctional, s.correctional),
      latitude = coalesce(x.latitude, s.latitude), longitude = coalesce(x.longitude, s.longitude), version = s.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id int, version int, name text, "fullName" text, kind text,
      locality text, "localityKind" text, pupils int, correctional boolean, latitude float8, longitude float8)
    WHERE s.id = x.id AND s.version = x.version`;
  if (changed !== rows.length) throw new RefusedError("conflict", "schools.refused.registryChanged");
}

async function recordRenamings(
  tx: WriteTx,
  changes: readonly SchoolChange[],
  names: NameDecisions,
): Promise<void> {
  const renamed = changes.filter(({ login, newName }) => newName !== null && names.of(login) === "rename");
  if (renamed.length === 0) return;
  if (names.renamedOn === null) throw new RefusedError("invalid", "schools.refused.renameWithoutDay");
  const happenedOn = dayToDate(names.renamedOn);
  await tx.schoolLineage.createMany({
    data: renamed.map(({ id, name, newName }) => ({
      schoolId: id,
      kind: "rename",
      happenedOn,
      fromName: name,
      toName: newName ?? name,
    })),
  });
}
