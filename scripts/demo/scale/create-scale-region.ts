import { createHash } from "node:crypto";
import { loadWorks } from "#lib/assessments/load-commands.ts";
import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import { refreshSummaries } from "#lib/results/summary-writes.ts";
import type { DemoWorld } from "../form-file.ts";
import { demoPeople, type Employed, employ } from "../people.ts";
import type { DemoWork } from "../works.ts";
import { putRegistry } from "./scale-registry.ts";
import { putResultSets, putResults, type StoredSchool } from "./scale-results.ts";
import { scaleMunicipality, scaleSchools } from "./scale-schools.ts";
import { scaleWorks, scaleWorksFile } from "./scale-works.ts";

/** Transactions at a time: one makes pupils while the database works on the others. */
const LANES = 3;

/**
 * A region of a thousand schools and a million participations, for measuring. Files are left out: the rows are written in the
 * shape in which an import leaves them, and the portal's own code counts the summaries.
 */
export async function createScaleRegion(world: DemoWorld, now: Date): Promise<Map<string, Employed>> {
  const { t } = world;
  const schools = scaleSchools(t);
  const units = await putRegistry(t, schools, now);
  const file = scaleWorksFile(world.works, t("scale.note"));
  const loaded = await loadWorks(systemViewer, [file], {}, now);
  if (loaded.refused.length > 0) throw new Error(JSON.stringify(loaded.refused));
  const ids = await asViewer(systemViewer, (tx) => tx.work.findMany({ select: { id: true, code: true } }));
  const works = scaleWorks(file).map((work) => ({
    ...work,
    id: ids.find(({ code }) => code === work.code)?.id ?? 0,
  }));
  const people = await employAll(units, now);
  const officer = people.get("region")?.viewer ?? systemViewer;
  const stored = schools.map(
    (school): StoredSchool => ({ id: units.schools.get(school.login) ?? 0, school }),
  );
  const areas = [...Map.groupBy(stored, ({ school }) => school.municipality).values()];
  const parts = works.flatMap((work) => areas.map((members) => ({ work, members })));
  const lane = async () => {
    for (let part = parts.shift(); part; part = parts.shift()) {
      const municipalityId = units.municipalities.get(part.members[0]?.school.municipality ?? "") ?? 0;
      await deliver(within(officer, municipalityId), part.work, part.members, now);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return people;
}

/** The officer with the sight of one municipality: policies look through fifty schools then, not through a thousand. */
function within(officer: Viewer, id: number): Viewer {
  return { ...officer, municipalityId: id, scope: { kind: "municipality", id } };
}

/** The schools of one municipality in one work: rows, where they come from, summaries, all at once. */
async function deliver(
  officer: Viewer,
  work: DemoWork & { id: number },
  schools: readonly StoredSchool[],
  now: Date,
): Promise<void> {
  const name = `${work.code}. ${schools[0]?.school.municipality}.xlsx`;
  const sha256 = createHash("sha256").update(name).digest("hex");
  await inTransaction(officer, async (tx) => {
    const id = await registerImport(tx, officer, { name, bytes: 0, sha256 }, {}, now);
    await putResults(tx, work, schools, id);
    const source = { id, name, sha256, personId: officer.personId ?? 0, role: officer.role };
    await putResultSets(tx, work, schools, source, now);
    const changed = schools.map((one) => ({ schoolId: one.id, workId: work.id }));
    await refreshSummaries(tx, changed, now);
    const applied = { status: "applied", layout: "F", appliedAt: now, appliedBy: officer.personId };
    await tx.importFile.update({ where: { id }, data: applied });
  });
}

/** The people of the demo region who are printed at the start, in the first units of this one. */
async function employAll(units: Parameters<typeof employ>[2], now: Date): Promise<Map<string, Employed>> {
  const firstUnit: Readonly<Record<string, string>> = {
    municipality: scaleMunicipality(1),
    school: "990001",
  };
  const people = new Map<string, Employed>();
  for (const person of demoPeople().filter(({ account }) => account === "yes")) {
    const unit = person.role === "municipality" ? firstUnit.municipality : firstUnit.school;
    const employed = await employ(systemViewer, { ...person, unit: unit ?? "" }, units, now);
    if (employed) people.set(person.key, employed);
  }
  return people;
}
