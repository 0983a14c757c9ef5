import { type AnswerModel, answer, answerModel, pointsOf } from "./answers.ts";
import { participantCodes } from "./codes.ts";
import { type DemoPupil, pupilsOf } from "./cohorts.ts";
import { plant } from "./planted.ts";
import { type Chance, chanceOf } from "./random.ts";
import type { DemoSchool } from "./region.ts";
import { type DemoWork, markOf } from "./works.ts";

type Mark = 2 | 3 | 4 | 5;

/** One pupil's line in the protocol of a work. */
export interface DemoRow {
  code: string;
  classLabel: string;
  classNumber: number;
  sex: "м" | "ж";
  /** of the first and of the second part */
  variants: readonly [string, string];
  absent: boolean;
  /** points or a code of ITEM, by task; empty for an absent pupil */
  items: number[];
  /** as somebody typed it; in three of a thousand rows it is not the sum of the points */
  printedTotal: number;
  printedMark: Mark;
  journal: Mark | null;
}

/** What makes a school's results in a work, all in standard deviations of a pupil. */
const SPREAD = { school: 0.12, subject: 0.1, year: 0.06, class: 0.18, pupil: 0.83 };
/** How much of a pupil's result is general ability; the rest belongs to the subject. */
const GENERAL = 0.85;
const WRONG_TOTALS = 0.003;

const models = new Map<string, AnswerModel>();

/** The results of a school in a work, by class and code. No pupils in that grade: no rows. */
export function resultsOf(work: DemoWork, school: DemoSchool): DemoRow[] {
  const pupils = pupilsOf(school, work.schoolYear, work.gradeWriting);
  const codes = participantCodes(school.login, work, pupils.length);
  const level = schoolLevel(work, school);
  const absence = 0.04 + 0.06 * chanceOf("absence", school.login, work.year).uniform();
  const rows = pupils.map((pupil, i): DemoRow => {
    const chance = pupil.chance(work.code);
    const ability = level + classLevel(work, school, pupil) + pupilLevel(work, school, pupil);
    const absent = chance.uniform() < absence;
    const items = answer(modelOf(work), ability, chance);
    const total = pointsOf(items);
    const printedTotal = chance.uniform() < WRONG_TOTALS ? slip(total, work.maxScore, chance) : total;
    return {
      code: codes[i] ?? "",
      classLabel: pupil.classLabel,
      classNumber: pupil.classNumber,
      sex: pupil.sex,
      variants: [String(1 + chance.whole(2)), String(1 + chance.whole(2))],
      absent,
      items: absent ? [] : items,
      printedTotal: absent ? 0 : printedTotal,
      printedMark: markOf(work, printedTotal),
      journal: journalMark(work, ability, school, chance),
    };
  });
  return plant(work, school, rows);
}

/** Present pupils of rows. */
export function present(rows: readonly DemoRow[]): DemoRow[] {
  return rows.filter((row) => !row.absent);
}

function modelOf(work: DemoWork): AnswerModel {
  const known = models.get(work.code);
  if (known) return known;
  const model = answerModel(work);
  models.set(work.code, model);
  return model;
}

function schoolLevel({ subject, year }: DemoWork, { login, effect }: DemoSchool): number {
  const draw = (...names: (string | number)[]) => chanceOf("school", login, ...names).normal();
  return effect + SPREAD.school * draw() + SPREAD.subject * draw(subject) + SPREAD.year * draw(subject, year);
}

function classLevel({ schoolYear, gradeWriting }: DemoWork, { login }: DemoSchool, pupil: DemoPupil): number {
  return SPREAD.class * chanceOf("class", login, schoolYear - gradeWriting, pupil.classNumber).normal();
}

function pupilLevel(
  { subject, schoolYear, gradeWriting }: DemoWork,
  { login }: DemoSchool,
  pupil: DemoPupil,
): number {
  const own = chanceOf("talent", login, schoolYear - gradeWriting, pupil.index, subject).normal();
  return SPREAD.pupil * (GENERAL * pupil.ability + Math.sqrt(1 - GENERAL ** 2) * own);
}

/** Journals know the pupil better than one work does, and are kinder; a «2» for a quarter is rare. */
function journalMark(work: DemoWork, ability: number, { feature }: DemoSchool, chance: Chance): Mark | null {
  const kindness = feature === "journalHigh" ? 0.95 : 0.3;
  const seen = modelOf(work).expected(ability + kindness + chance.normal() * 0.4);
  const mark = markOf(work, Math.round(seen));
  const [kept, missing] = [chance.uniform() < 0.15, chance.uniform() < 0.006];
  if (missing) return null;
  return mark === 2 && !kept ? 3 : mark;
}

function slip(total: number, max: number, chance: Chance): number {
  const by = 1 + chance.whole(2);
  return total + by <= max && (total < by || chance.uniform() < 0.5) ? total + by : Math.max(0, total - by);
}
