import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { type FormWork, loginOf } from "../import/district-form.ts";
import { TASK_MAXIMA } from "../import/invented-work.ts";

/** Tasks of a work whose district form has 37 columns. */
const MAXIMA: readonly number[] = [...TASK_MAXIMA, ...TASK_MAXIMA.slice(0, 10)];
const SUBJECTS = [
  ["RU", "Русский язык"],
  ["MA", "Математика"],
  ["BI", "Биология"],
  ["IS", "История"],
  ["GG", "География"],
  ["OB", "Обществознание"],
  ["FI", "Физика"],
  ["HI", "Химия"],
  ["EN", "Английский язык"],
] as const;
const GRADES = [5, 6, 7, 8] as const;
/** Years of which the portal brings no works of its own. */
const YEARS = [2017, 2018, 2019] as const;

export interface InventedWork extends FormWork {
  code: string;
}

/** The works of the invented region, one a file: nine subjects, four grades, three years. */
export const WORKS: readonly InventedWork[] = YEARS.flatMap((year) =>
  GRADES.flatMap((grade) =>
    SUBJECTS.map(([code, subject]) => ({ code, subject, grade, year, maxima: MAXIMA })),
  ),
);

/** Puts the region, its schools with two classes of every grade and year, and these works into an empty database. Answers the ids of the works. */
export async function makeRegion(
  schools: number,
  works: readonly InventedWork[],
  now: Date,
): Promise<number[]> {
  return inTransaction(systemViewer, async (tx) => {
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
    const years = [...new Set(works.map(({ year }) => year))];
    await tx.schoolClass.createMany({
      data: made.flatMap(({ id }) =>
        years.flatMap((year) =>
          GRADES.flatMap((grade) =>
            ["А", "Б"].map((letter) => ({
              ...{ schoolId: id, year: year - 1, grade, label: `${grade}${letter}` },
            })),
          ),
        ),
      ),
    });
    const ids: number[] = [];
    for (const { code, grade, year, maxima } of works) {
      const maxScore = maxima.reduce((sum, max) => sum + max, 0);
      const { id } = await tx.work.create({
        data: {
          ...{ code: `BENCH-${year}-${code}${grade}`, kind: "vpr", subject: code, level: "base" },
          ...{ year, season: "spring", gradeTested: grade, gradeWriting: grade, maxScore },
          tasks: {
            create: maxima.map((max, i) => ({ position: i + 1, code: String(i + 1), max, difficulty: "Б" })),
          },
          scales: { create: { edition: 1, min3: 10, min4: 16, min5: 22, maxScore, adoptedAt: now } },
        },
      });
      ids.push(id);
    }
    return ids;
  });
}
