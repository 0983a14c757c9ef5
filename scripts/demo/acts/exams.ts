import { importProtocol } from "#lib/exams/import-commands.ts";
import { loadShippedExams, shippedExams } from "#lib/exams/load-commands.ts";
import { resultByScale } from "#lib/exams/scale-rules.ts";
import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { chanceOf } from "../random.ts";
import type { DemoSchool } from "../region.ts";
import { type Act, type Cast, viewerOf } from "./act.ts";

interface DemoExam {
  at: string;
  file: string;
  /** First line of the protocol. */
  heading: string;
  kind: "oge" | "ege";
  year: number;
  subject: string;
  grade: 9 | 11;
  shortMax: readonly number[];
  extendedMax: readonly number[];
  /** Share of the graduates who sit it. */
  chosen: number;
}

const ones = (count: number) => Array<number>(count).fill(1);
const OGE_MATHS = {
  kind: "oge",
  subject: "MA",
  grade: 9,
  shortMax: ones(19),
  extendedMax: Array<number>(6).fill(2),
  chosen: 1,
} as const;
const EGE_RUSSIAN = {
  kind: "ege",
  subject: "RU",
  grade: 11,
  chosen: 1,
  shortMax: ones(26).map((max, i) => (i === 7 || i === 21 ? 2 : max)),
  extendedMax: [1, 3, 2, 1, 2, 1, 3, 3, 3, 3],
} as const;
const EGE_MATHS = {
  kind: "ege",
  subject: "MAP",
  grade: 11,
  shortMax: ones(12),
  extendedMax: [2, 3, 2, 2, 3, 4, 4],
  chosen: 0.6,
} as const;
const EGE_PHYSICS = {
  kind: "ege",
  subject: "FI",
  grade: 11,
  shortMax: ones(20).map((max, i) => ([4, 5, 8, 9, 13, 14, 16, 17].includes(i) ? 2 : max)),
  extendedMax: [3, 2, 2, 3, 3, 4],
  chosen: 0.3,
} as const;

/** Protocols of invented persons: one file of the region for each examination, as the РЦОИ hands them on. */
const exams: readonly DemoExam[] = [
  {
    ...OGE_MATHS,
    year: 2024,
    at: "2025-03-22T10:00",
    file: "ОГЭ. Математика. 2024.xlsx",
    heading: "2 - Математика 06.06.2024",
  },
  {
    ...OGE_MATHS,
    year: 2025,
    at: "2025-06-20T10:00",
    file: "ОГЭ. Математика. 2025.xlsx",
    heading: "2 - Математика 03.06.2025",
  },
  {
    ...EGE_RUSSIAN,
    year: 2025,
    at: "2025-06-20T11:00",
    file: "ЕГЭ. Русский язык. 2025.xlsx",
    heading: "1 - Русский язык 30.05.2025",
  },
  {
    ...EGE_MATHS,
    year: 2025,
    at: "2025-06-21T10:00",
    file: "ЕГЭ. Математика профильная. 2025.xlsx",
    heading: "2 - Математика профильная 27.05.2025",
  },
  {
    ...EGE_PHYSICS,
    year: 2025,
    at: "2025-06-25T10:00",
    file: "ЕГЭ. Физика. 2025.xlsx",
    heading: "3 - Физика 02.06.2025",
  },
];

/** The region brings the protocols of its graduates. */
export const examActs: readonly Act[] = [
  { at: "2025-03-20T09:05", run: async (_cast, now) => void (await loadShippedExams(now)) },
  ...exams.map((exam): Act => ({ at: exam.at, run: (cast, now) => bringExam(cast, exam, now) })),
];

async function bringExam(cast: Cast, exam: DemoExam, now: Date): Promise<void> {
  const bytes = writeXlsx([await protocol(cast.world.region.schools, exam)]);
  const { status, examined } = await importProtocol(
    viewerOf(cast, "region"),
    { name: exam.file, bytes },
    {},
    now,
  );
  if (status !== "applied")
    throw new Error(`${exam.file}: ${status} ${JSON.stringify(examined.findings.slice(0, 3))}`);
}

const HEAD = [
  ...["Код МСУ", "Код ОО", "Класс", "Код ППЭ", "Аудитория", "Серия", "Номер документа", "Категория"],
  ...["Задания с кратким ответом", "Задания с развёрнутым ответом", "Первичный балл", "Балл"],
];

async function protocol(schools: readonly DemoSchool[], exam: DemoExam): Promise<ExportSheet> {
  const scale = (await shippedExams()).find(
    ({ kind, year, subject, variant }) =>
      kind === exam.kind && year === exam.year && subject === exam.subject && variant === "",
  );
  if (!scale) throw new Error(`No scale of ${exam.file}`);
  const rows: (string | number)[][] = [["", ...HEAD]];
  schools
    .filter(({ lastGrade, closed }) => lastGrade >= exam.grade && closed === "")
    .forEach((school, place) => {
      const graduates =
        exam.grade === 9 ? Math.round(school.parallel * 0.3) : Math.round(school.parallel * 0.2);
      for (let i = 0; i < graduates; i++) {
        // One person is the same in all examinations of a year: ability and document come from school and number alone.
        const person = chanceOf("exam-person", exam.year, exam.grade, school.login, i);
        const ability = 0.52 + 0.12 * school.effect + 0.14 * person.normal();
        const chance = chanceOf("exam", exam.file, school.login, i);
        if (chance.uniform() >= exam.chosen) continue;
        const done = (max: number, easy: number) =>
          Array.from({ length: max }, () => chance.uniform() < ability + easy).filter(Boolean).length;
        const short = exam.shortMax.map((max, task) => done(max, 0.25 - task / (2 * exam.shortMax.length)));
        const extended = exam.extendedMax.map((max) => done(max, -0.15));
        const items = [...short, ...extended];
        const primary = items.reduce((sum, points) => sum + points, 0);
        const score = resultByScale(scale, exam.kind === "oge", primary, { items, short: short.length }) ?? 0;
        rows.push([
          "",
          ...["98", school.login, `${exam.grade}${"АБ"[i % 2]}`, "0001", String(1 + Math.floor(i / 15))],
          ...["0000", String(place * 1_000 + i).padStart(6, "0"), "ВТГ"],
          short
            .map((points, task) => (points === 0 ? "-" : exam.shortMax[task] === 1 ? "+" : String(points)))
            .join(""),
          extended.map((points, task) => `${points}(${exam.extendedMax[task]})`).join(""),
          ...[primary, score],
        ]);
      }
    });
  return {
    name: "Протокол",
    columns: [exam.heading, ...HEAD]
      .slice(0, HEAD.length + 1)
      .map((_, i) => ({ header: i === 0 ? exam.heading : "", width: 14 })),
    rows,
  };
}
