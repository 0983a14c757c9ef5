import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { addMunicipality, addRegion } from "#lib/schools/area-commands.ts";
import { loadRegistry } from "#lib/schools/registry-commands.ts";
import { instant } from "../deliveries.ts";
import type { DemoWorld } from "../form-file.ts";
import { demoPeople, type Employed, employ, firstInviter, type UnitIds } from "../people.ts";
import { classesTable, schoolsTable } from "../registry-tables.ts";

const FIRST_YEAR = 2024;

/** Sets the region up as a centre would: the administrator, the region, offices, registry, people of schools. */
export async function found(world: DemoWorld): Promise<{ units: UnitIds; people: Map<string, Employed> }> {
  const { region } = world;
  const people = new Map<string, Employed>();
  const all = demoPeople();
  const hire = async (keys: (role: string) => boolean, by: Viewer, units: UnitIds | null, at: string) => {
    for (const person of all.filter(({ role }) => keys(role))) {
      const employed = await employ(by, person, units, instant(at));
      if (employed) people.set(person.key, employed);
    }
  };
  const viewer = (key: string) => people.get(key)?.viewer ?? firstInviter;

  await hire((role) => role === "admin", firstInviter, null, "2025-02-03T10:00");
  const at = instant("2025-02-03T11:00");
  const { regionId } = await addRegion(viewer("admin"), { code: region.code, name: region.name }, at);
  const municipalities = new Map<string, number>();
  for (const { code, name } of region.municipalities) {
    const added = await addMunicipality(viewer("admin"), { regionId, code, name }, at);
    municipalities.set(code, added.municipalityId);
  }
  const units = { regionId, municipalities, schools: new Map<string, number>() };
  const isOffice = (role: string) => ["region", "expert", "municipality"].includes(role);
  await hire(isOffice, viewer("admin"), units, "2025-02-04T09:30");
  await loadTables(world, viewer("region"), FIRST_YEAR, [], instant("2025-02-10T12:00"));
  const schools = await asViewer(systemViewer, (tx) =>
    tx.school.findMany({ select: { id: true, login: true } }),
  );
  const known = { ...units, schools: new Map(schools.map(({ id, login }) => [login, id])) };
  await hire((role) => role !== "admin" && !isOffice(role), viewer("admin"), known, "2025-02-17T14:00");
  return { units: known, people };
}

/** Loads the registry of schools and the classes of a school year from the files that the region would bring. */
export async function loadTables(
  { region, t }: DemoWorld,
  viewer: Viewer,
  year: number,
  without: readonly string[],
  now: Date,
): Promise<void> {
  const files = [
    ...(year === FIRST_YEAR ? [{ name: t("files.registry"), sheets: schoolsTable(region, year) }] : []),
    {
      name: t("files.classes", { from: String(year), to: String(year + 1) }),
      sheets: classesTable(region, year, without),
    },
  ];
  for (const { name, sheets } of files) {
    const loaded = await loadRegistry(viewer, writeXlsx(sheets), name, {}, now);
    const wrong = loaded.findings.find(({ severity }) => severity === "error");
    if (!loaded.applied || wrong) throw new Error(`${name}: ${JSON.stringify(wrong ?? loaded.counts)}`);
  }
}
