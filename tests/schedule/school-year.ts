import type { ScheduledWork, SchoolYear } from "#lib/schedule/facts.ts";
import { usualPlan } from "#lib/schedule/rules.ts";

/** A school of two parallels with a full year around it; a test says only what it is about. */
export function schoolYear(rest: Partial<SchoolYear> = {}): SchoolYear {
  return {
    school: { id: 1, name: "Школа № 1", slug: "shkola-1", municipalityId: 1, regionId: 1 },
    year: 2026,
    plan: usualPlan(2026),
    classes: ["5А", "5Б", "6А"].map((label) => ({ label, grade: Number.parseInt(label, 10) })),
    hours: [
      { grade: 5, subject: "MA", hours: 170, lessonsPerWeek: 5 },
      { grade: 5, subject: "RU", hours: 170, lessonsPerWeek: 5 },
    ],
    weeks: ["5А", "5Б", "6А"].map((label) => ({ label, lessons: [6, 6, 6, 6, 6, 0, 0] })),
    timetables: [],
    breaks: [],
    announced: [],
    works: [],
    ...rest,
  };
}

let serial = 1;

/** A control work of 5А in mathematics on lesson 3. */
export function work(rest: Partial<ScheduledWork> = {}): ScheduledWork {
  const id = rest.id ?? serial++;
  return {
    ...{ id, uid: `uid-${id}`, windowId: null, level: "school", kind: "control", title: "Дроби", grade: 5 },
    ...{ classes: ["5А"], subject: "MA", options: [], on: "2026-10-15", lesson: 3, minutes: 45 },
    ...{ wholeClass: true, workId: null, clause: null, note: "", version: 1 },
    ...rest,
  };
}

/** A federal window of 5 classes in spring. */
export function announced(
  rest: Partial<SchoolYear["announced"][number]> = {},
): SchoolYear["announced"][number] {
  const id = rest.id ?? serial++;
  return {
    ...{
      id,
      uid: `window-${id}`,
      municipalityId: null,
      level: "federal",
      kind: "vpr",
      title: "ВПР",
      grade: 5,
    },
    ...{
      subject: "MA",
      options: [],
      opensOn: "2027-04-20",
      closesOn: "2027-05-20",
      lesson: null,
      minutes: 45,
    },
    ...{ wholeClass: true, workId: null, clause: null, note: "", version: 1 },
    ...rest,
  };
}
