import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { addMunicipality, addRegion } from "#lib/schools/area-commands.ts";
import type { Translate } from "#messages/translate.ts";
import { classesOf } from "../cohorts.ts";
import type { UnitIds } from "../people.ts";
import type { DemoSchool } from "../region.ts";
import { SCALE, scaleMunicipality } from "./scale-schools.ts";

const YEARS = [2024, 2025, 2026];

/** The region, its municipalities, schools and classes; schools and classes go in bulk, as the import of a registry writes them. */
export async function putRegistry(t: Translate, schools: readonly DemoSchool[], now: Date): Promise<UnitIds> {
  const region = { code: SCALE.regionCode, name: t("scale.region") };
  const { regionId } = await addRegion(systemViewer, region, now);
  const municipalities = new Map<string, number>();
  for (let number = 1; number <= SCALE.municipalities; number++) {
    const code = scaleMunicipality(number);
    const name = t("scale.municipality", { number: String(number) });
    const added = await addMunicipality(systemViewer, { regionId, code, name }, now);
    municipalities.set(code, added.municipalityId);
  }
  await putSchools(schools);
  const stored = await asViewer(systemViewer, (tx) =>
    tx.school.findMany({ select: { id: true, login: true } }),
  );
  return { regionId, municipalities, schools: new Map(stored.map(({ id, login }) => [login, id])) };
}

async function putSchools(schools: readonly DemoSchool[]): Promise<void> {
  const rows = schools.map((school) => ({
    ...school,
    slug: `school-${school.login}`,
    pupils: classesOf(school, YEARS[0] ?? 0).reduce((sum, one) => sum + one.pupils, 0),
  }));
  const classes = YEARS.flatMap((year) =>
    schools.flatMap((school) => classesOf(school, year).map((one) => ({ login: school.login, ...one }))),
  );
  await inTransaction(systemViewer, async (tx) => {
    await tx.$executeRaw`INSERT INTO school (municipality_id, login, name, full_name, kind, locality_kind, pupils, latitude, longitude, slug)
      SELECT m.id, x.login, x.name, x."fullName", x.kind, x."localityKind", x.pupils, x.latitude, x.longitude, x.slug
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(municipality text, login text, name text, "fullName" text, kind text,
        "localityKind" text, pupils int, latitude float8, longitude float8, slug text)
      JOIN municipality m ON m.code = x.municipality`;
    await tx.$executeRaw`INSERT INTO school_class (school_id, year, grade, label, pupils)
      SELECT s.id, c.year, c.grade, c.label, c.pupils
      FROM jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) AS c(login text, year int, grade int, label text, pupils int)
      JOIN school s ON s.login = c.login`;
  });
}
