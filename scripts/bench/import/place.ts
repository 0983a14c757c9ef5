import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { loginOf } from "./district-form.ts";
import { BORDERS, GRADE, MAX_SCORE, TASK_MAXIMA, YEAR } from "./invented-work.ts";
import { CLASSES } from "./school-form.ts";

/** Where the invented files are brought: a district of many schools, its officer, and the deputy head of its first school. */
export interface Place {
  officer: Viewer;
  deputy: Viewer;
  schools: number;
}

/** Makes the place in an empty database. */
export async function makePlace(schools: number, now: Date): Promise<Place> {
  const people = await inTransaction(systemViewer, async (tx) => {
    const region = await tx.region.create({ data: { code: "98", name: "Замерная область" } });
    const municipality = await tx.municipality.create({
      data: { regionId: region.id, code: "98-01", name: "Озёрный округ", slug: "ozyorny" },
    });
    const made = await tx.school.createManyAndReturn({
      data: Array.from({ length: schools }, (_, i) => ({
        municipalityId: municipality.id,
        login: loginOf(i + 1),
        name: `Школа № ${i + 1}`,
        slug: `shkola-${i + 1}`,
      })),
    });
    const labels = (school: number) => (school === 0 ? CLASSES : CLASSES.slice(0, 2));
    await tx.schoolClass.createMany({
      data: made.flatMap(({ id }, i) =>
        labels(i).map((label) => ({ schoolId: id, year: YEAR - 1, grade: GRADE, label })),
      ),
    });
    const person = (role: string, unit: { municipalityId?: number; schoolId?: number }) =>
      tx.person.create({
        data: { email: `${role}@example.org`, name: "Сотрудник", role, createdAt: now, ...unit },
      });
    const deputy = await person("deputy", { schoolId: made[0]?.id ?? 0 });
    const officer = await person("municipality", { municipalityId: municipality.id });
    return { deputy: deputy.id, officer: officer.id };
  });
  const viewer = async (id: number): Promise<Viewer> => {
    const found = await loadViewer(id);
    if (!found) throw new Error("The person was not found again");
    return found;
  };
  return { officer: await viewer(people.officer), deputy: await viewer(people.deputy), schools };
}

let serial = 0;

/** Adds a work to the bank; every file is brought for a work of its own, so that its rows are new. */
export async function makeWork(now: Date): Promise<number> {
  const mark = String(++serial);
  const { id } = await inTransaction(systemViewer, (tx) =>
    tx.work.create({
      data: {
        ...{ code: `BENCH-${mark}`, kind: "vpr", subject: `BENCH-${mark}`, level: "base" },
        ...{ year: YEAR, season: "spring", gradeTested: GRADE, gradeWriting: GRADE, maxScore: MAX_SCORE },
        tasks: {
          create: TASK_MAXIMA.map((max, i) => ({
            position: i + 1,
            code: String(i + 1),
            max,
            difficulty: "Б",
          })),
        },
        scales: {
          create: {
            ...{ edition: 1, min3: BORDERS[0], min4: BORDERS[1], min5: BORDERS[2] },
            ...{ maxScore: MAX_SCORE, adoptedAt: now },
          },
        },
      },
    }),
  );
  return id;
}
