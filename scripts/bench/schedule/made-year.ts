import type { Day } from "#lib/platform/clock.ts";
import { defaultParameters } from "#lib/schedule/load/parameters.ts";
import type { LoadContext, PlacedWork } from "#lib/schedule/load/shapes.ts";
import { type Chance, chanceOf } from "../../demo/random.ts";

const FIRST = Date.UTC(2026, 8, 1);
const DAYS = 267;
const SUBJECTS = ["RU", "MA", "EN", "LI", "HI", "GE", "BI", "PH", "CH", "SO"];
/** Forty classes: nine parallels of four, two of two. */
const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const letters = (grade: number) => (grade > 9 ? ["А", "Б"] : ["А", "Б", "В", "Г"]);

/** The bounds, vacations and hours of an ordinary school year of five days a week. */
export const madeContext: LoadContext = {
  year: { from: "2026-09-01", to: "2027-05-26" },
  today: null,
  holidays: [
    { from: "2026-10-24", to: "2026-11-01" },
    { from: "2026-12-31", to: "2027-01-11" },
    { from: "2027-03-27", to: "2027-04-04" },
  ],
  daysOff: ["2026-11-04", "2027-02-23", "2027-03-08"],
  workingDays: [],
  weekdays: [1, 2, 3, 4, 5],
  weekdaysOfClass: {},
  hours: Object.fromEntries(
    GRADES.map((grade) => [String(grade), Object.fromEntries(SUBJECTS.map((subject) => [subject, 136]))]),
  ),
  lessonsPerWeek: {},
  lessonsPerDay: Object.fromEntries(
    GRADES.flatMap((grade) => letters(grade).map((letter) => [`${grade}${letter}`, [6, 6, 6, 6, 5]])),
  ),
  timetable: {},
  asWeekday: {},
  parameters: defaultParameters,
};

/** A work for each class or for each parallel on a school day by chance: a year as a hasty hand would plan it. */
export function madeYear(works: number, each: "class" | "parallel"): PlacedWork[] {
  const chance = chanceOf("schedule", works, each);
  const subjects = SUBJECTS.length;
  return Array.from({ length: works }, (_, i) => {
    const grade = GRADES[i % GRADES.length]!;
    const labels = letters(grade).map((letter) => `${grade}${letter}`);
    return {
      ...{ id: `w${i}`, work: null, kind: "control" as const, level: "school" as const },
      subject: SUBJECTS[Math.floor(i / GRADES.length) % subjects]!,
      classes: each === "parallel" ? labels : [labels[chance.whole(labels.length)]!],
      ...{ on: schoolDay(chance), lesson: 2 + chance.whole(3), minutes: 45, wholeClass: true },
      ...{ fixed: chance.uniform() < 0.1, window: null },
    };
  });
}

/** Day of the year by chance, no weekend; it may fall into a vacation. */
function schoolDay(chance: Chance): Day {
  for (;;) {
    const date = new Date(FIRST + chance.whole(DAYS) * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10) as Day;
  }
}
