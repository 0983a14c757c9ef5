import { type Chance, chanceOf } from "./random.ts";
import type { DemoSchool } from "./region.ts";

const LETTERS = "АБВГДЕЖЗИК";
const MOST_IN_CLASS = 27;

/** A class of one school year; `year` is the first calendar year of it. */
export interface DemoClass {
  year: number;
  grade: number;
  label: string;
  pupils: number;
}

export interface DemoPupil {
  /** place in the parallel, from 0 */
  index: number;
  sex: "м" | "ж";
  classLabel: string;
  /** of the class in the parallel, from 1 */
  classNumber: number;
  /** how able the pupil is, all subjects taken together; mean 0, standard deviation 1 */
  ability: number;
  /** chance of everything else about the pupil in one work */
  chance(work: string): Chance;
}

/** What is needed of a school to know its classes. */
export type SizedSchool = Pick<
  DemoSchool,
  "login" | "parallel" | "varies" | "firstGrade" | "lastGrade" | "closed"
>;

/** Pupils who were in grade 1 in the same year stay together; their parallel is a little larger or smaller than its neighbours. */
function parallelSize(school: SizedSchool, year: number, grade: number): number {
  if (!school.varies) return school.parallel;
  const chance = chanceOf("cohort", school.login, year - grade);
  const small =
    school.parallel < 20 ? chance.whole(3) - 1 : Math.round(chance.normal() * school.parallel * 0.05);
  const size = Math.max(4, school.parallel + small);
  // After grade 9 about a half goes on at school.
  return grade >= 10 ? Math.max(8, Math.round(size * 0.45)) : size;
}

/** Classes of one parallel: «4А», «4Б», or «4» alone. Sizes differ by one at most. */
export function parallelClasses(school: SizedSchool, year: number, grade: number): DemoClass[] {
  if (grade < school.firstGrade || grade > school.lastGrade) return [];
  if (school.closed !== "" && school.closed <= `${year}-09-01`) return [];
  const size = parallelSize(school, year, grade);
  const count = Math.ceil(size / MOST_IN_CLASS);
  return Array.from({ length: count }, (_, i) => ({
    year,
    grade,
    label: count === 1 ? String(grade) : `${grade}${LETTERS[i]}`,
    pupils: Math.floor(size / count) + (i < size % count ? 1 : 0),
  }));
}

/** Every class of a school in a school year. */
export function classesOf(school: SizedSchool, year: number): DemoClass[] {
  return Array.from({ length: 11 }, (_, i) => i + 1).flatMap((grade) => parallelClasses(school, year, grade));
}

/** The pupils of a parallel. The same cohort a year later are the same pupils with the same ability. */
export function pupilsOf(school: SizedSchool, year: number, grade: number): DemoPupil[] {
  const cohort = year - grade;
  let index = 0;
  return parallelClasses(school, year, grade).flatMap(({ label, pupils }, classIndex) =>
    Array.from({ length: pupils }, (): DemoPupil => {
      const own = index++;
      const chance = chanceOf("pupil", school.login, cohort, own);
      return {
        index: own,
        sex: chance.uniform() < 0.51 ? "м" : "ж",
        ability: chance.normal(),
        classLabel: label,
        classNumber: classIndex + 1,
        chance: (work) => chanceOf("work", school.login, cohort, own, work),
      };
    }),
  );
}
