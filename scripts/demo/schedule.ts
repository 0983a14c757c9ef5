import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import type { Day } from "#lib/platform/clock.ts";
import { addAreaBreak, addPublicHolidays, announceWork } from "#lib/schedule/announce-commands.ts";
import type { WorkKind } from "#lib/schedule/load/shapes.ts";
import { addBreak, setHours, setPlan, setWeeks } from "#lib/schedule/plan-commands.ts";
import { publishSchedule } from "#lib/schedule/publish-commands.ts";
import { getPublication, getSchoolYear } from "#lib/schedule/queries.ts";
import { moveWork, placeWork } from "#lib/schedule/work-commands.ts";
import { translator } from "#messages/translate.ts";
import { type Act, type Cast, schoolId, viewerOf } from "./acts/act.ts";
import { TOUR_SCHOOL } from "./tour.ts";

const YEAR = 2026;

/** The schedule of the tour school: announced from above, entered, published twice, and with a few conflicts in its draft. */
export const scheduleActs: readonly Act[] = [
  { at: "2026-08-21T09:30", run: announce },
  { at: "2026-09-14T15:00", run: enterYear },
  { at: "2026-09-14T16:00", run: (cast, now) => enterWorks(cast, now) },
  { at: "2026-09-14T17:30", run: (cast, now) => publish(cast, "", now) },
  { at: "2026-10-05T12:00", run: movedOnce },
  {
    at: "2026-10-05T12:30",
    run: (cast, now) =>
      publish(cast, "Контрольная по русскому языку в 6 классах перенесена: дети едут на экскурсию.", now),
  },
  { at: "2026-11-02T11:30", run: announceAssessed },
  { at: "2026-11-19T15:40", run: plantConflicts },
];

/** ВПР: grades with both windows of Russian and mathematics, and out of which subjects a third and a fourth are drawn. */
const DRAWN: readonly (readonly [grade: number, ...groups: (readonly Subject[])[]])[] = [
  [4, ["OM", "LC", "EN"]],
  [5, ["IS", "LI", "EN"], ["GG", "BI"]],
  [6, ["IS", "LI", "EN"], ["GG", "BI"]],
  [7, ["IS", "LI", "EN"], ["GG", "BI", "FI", "INF"]],
  [8, ["IS", "OB", "LI", "EN"], ["GG", "BI", "HI", "FI", "INF"]],
];
type Subject = "RU" | "MA" | "OM" | "LC" | "LI" | "EN" | "IS" | "OB" | "GG" | "BI" | "FI" | "HI" | "INF";

async function announce(cast: Cast, now: Date): Promise<void> {
  const region = viewerOf(cast, "region");
  const t = translator("ru", "schedule.publicHoliday");
  await addPublicHolidays(region, { year: YEAR }, t, now);
  const holidays: [string, Day, Day][] = [
    ["Осенние каникулы", "2026-10-31", "2026-11-08"],
    ["Зимние каникулы", "2026-12-31", "2027-01-10"],
    ["Весенние каникулы", "2027-03-27", "2027-04-04"],
  ];
  for (const [title, from, to] of holidays)
    await addAreaBreak(region, { year: YEAR, kind: "holiday", from, to, asWeekday: null, title }, now);
  const [letter, order] = [
    await clauseOf("Письмо 06.08.2021", "levels"),
    await clauseOf("Приказ о графике", "2"),
  ];
  const work = (rest: Rest) => announcement({ clause: letter, ...rest });
  for (const [grade, ...groups] of DRAWN) {
    await announceWork(region, work({ grade, subject: "RU" }), now);
    await announceWork(region, work({ grade, subject: "MA" }), now);
    for (const group of groups)
      await announceWork(region, work({ grade, subject: "", options: [...group] }), now);
  }
  await announceWork(region, work({ ...REGIONAL, grade: 8, subject: "RU", opensOn: "2026-12-08" }), now);
  const exam = { kind: "exam" as WorkKind, closesOn: null, minutes: 235 };
  await announceWork(
    region,
    work({
      ...exam,
      title: "Основной государственный экзамен",
      grade: 9,
      subject: "MA",
      opensOn: "2027-05-28",
    }),
    now,
  );
  await announceWork(
    region,
    work({
      ...exam,
      title: "Единый государственный экзамен",
      grade: 11,
      subject: "RU",
      opensOn: "2027-05-31",
      minutes: 210,
    }),
    now,
  );
  const municipal = { clause: order, level: "municipal" as const, kind: "mock" as WorkKind, closesOn: null };
  await announceWork(
    viewerOf(cast, "sinegorsk"),
    work({ ...municipal, title: "Пробный экзамен", grade: 9, subject: "RU", opensOn: "2027-02-16" }),
    now,
  );
}

type Announcement = Parameters<typeof announceWork>[1];
type Rest = Partial<Announcement> & { grade: number; subject: Subject | "" };

const REGIONAL: Partial<Announcement> = {
  ...{ level: "regional", kind: "diagnostic", title: "Региональная диагностическая работа", closesOn: null },
};

/** A federal window of spring, unless told otherwise. */
function announcement(rest: Rest): Announcement {
  return {
    ...{ id: null, version: 0, year: YEAR, level: "federal", kind: "vpr", title: "ВПР", options: [] },
    ...{ opensOn: "2027-04-20", closesOn: "2027-05-20", minutes: 45, lesson: null, wholeClass: true },
    ...{ clause: null, workId: null, note: "" },
    ...rest,
  };
}

/** The regional work whose results come to the portal: announced once the portal knows it. */
async function announceAssessed(cast: Cast, now: Date): Promise<void> {
  const workId = cast.workIds.get("REG-2026A-MA-4") ?? null;
  const work = announcement({ ...REGIONAL, grade: 4, subject: "MA", opensOn: "2026-11-10", workId });
  await announceWork(viewerOf(cast, "region"), work, now);
}

/** The clause of a regulation of the demo library; null when the library has none of that name. */
async function clauseOf(shortTitle: string, clauseKey: string) {
  const where = { shortTitle };
  const found = await asViewer(systemViewer, (tx) =>
    tx.regulation.findFirst({ where, select: { id: true } }),
  );
  return found && { regulationId: found.id, clauseKey };
}

const HOURS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  RU: { 2: 170, 3: 170, 4: 170, 5: 170, 6: 204, 7: 136, 8: 102, 9: 102, 10: 68, 11: 68 },
  MA: { 2: 136, 3: 136, 4: 136, 5: 170, 6: 170, 7: 204, 8: 204, 9: 204, 10: 204, 11: 204 },
  EN: { 2: 68, 3: 68, 4: 68, 5: 102, 6: 102, 7: 102, 8: 102, 9: 102, 10: 102, 11: 102 },
  OM: { 2: 68, 3: 68, 4: 68 },
  IS: { 5: 68, 6: 68, 7: 68, 8: 68, 9: 85, 10: 68, 11: 68 },
  GG: { 5: 34, 6: 34, 7: 68, 8: 68, 9: 68 },
  BI: { 5: 34, 6: 34, 7: 34, 8: 68, 9: 68 },
  FI: { 7: 68, 8: 68, 9: 102, 10: 68, 11: 68 },
  HI: { 8: 68, 9: 68 },
};

async function enterYear(cast: Cast, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const key = { schoolId: schoolId(cast, TOUR_SCHOOL), year: YEAR };
  await setPlan(
    deputy,
    {
      ...{ ...key, version: 0, startsOn: "2026-09-01", endsOn: "2027-05-31", secondHalfOn: "2027-01-11" },
      ...{ lessonMinutes: 45, bells: ["08:30", "09:25", "10:20", "11:25", "12:30", "13:25", "14:20"] },
      ...{ gapDays: 18, gapCountsHolidays: true, reading: "parallel", timeCountedIn: "lessons" },
    },
    now,
  );
  const hours = Object.entries(HOURS).flatMap(([subject, grades]) =>
    Object.entries(grades).map(([grade, lessons]) => [grade, subject, lessons].join("; ")),
  );
  await setHours(deputy, { ...key, version: 2, lines: hours.join("\n") }, now);
  const { classes } = await getSchoolYear(deputy, key);
  const weeks = classes.map(({ label, grade }) => {
    const [most, least] = grade === 1 ? [4, 4] : grade < 5 ? [5, 4] : grade < 7 ? [6, 5] : [7, 6];
    return [label, most, least, most, least, most, 0].join("; ");
  });
  await setWeeks(deputy, { ...key, version: 3, lines: weeks.join("\n") }, now);
  await addBreak(
    deputy,
    {
      ...key,
      kind: "holiday",
      from: "2026-10-09",
      to: null,
      asWeekday: null,
      title: "День здоровья, уроков нет",
    },
    now,
  );
}

/** Wishes of the year: subject, title and day. The portal's own free days make room where a wish stands against the rules. */
const WISHES: readonly (readonly [subject: Subject, kind: WorkKind, title: string, on: Day])[] = [
  ["MA", "control", "Входная работа", "2026-09-22"],
  ["RU", "control", "Входная работа", "2026-09-24"],
  ["RU", "essay", "Изложение", "2026-10-15"],
  ["MA", "control", "Итоги I четверти", "2026-10-20"],
  ["EN", "control", "Контрольная работа за четверть", "2026-10-22"],
  ["MA", "control", "Итоги I полугодия", "2026-12-15"],
  ["RU", "control", "Итоги I полугодия", "2026-12-17"],
  ["EN", "control", "Контрольная работа за полугодие", "2026-12-22"],
  ["MA", "control", "Итоги III четверти", "2027-03-11"],
  ["RU", "control", "Итоги III четверти", "2027-03-16"],
  ["EN", "control", "Контрольная работа за III четверть", "2027-03-18"],
];

async function enterWorks(cast: Cast, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const key = { schoolId: schoolId(cast, TOUR_SCHOOL), year: YEAR };
  const { classes } = await getSchoolYear(deputy, key);
  for (const grade of [4, 5, 6, 7, 8, 9]) {
    const labels = classes.filter((one) => one.grade === grade).map(({ label }) => label);
    for (const [subject, kind, title, on] of WISHES) {
      const wish = { ...input(key, { grade, labels }, subject, kind, title), on, lesson: 3 };
      const placed = await placeWork(deputy, wish, now);
      const [slot] = placed.done ? [] : placed.review.slots;
      if (slot) await placeWork(deputy, { ...wish, on: slot.on, lesson: slot.lesson }, now);
    }
  }
}

function input(
  key: { schoolId: number; year: number },
  classes: { grade: number; labels: string[] },
  subject: Subject,
  kind: WorkKind,
  title: string,
) {
  const rest = { minutes: 45, wholeClass: true, clause: null, workId: null, note: "", accept: false };
  return { ...key, classes, subject, kind, title, ...rest };
}

async function movedOnce(cast: Cast, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const key = { schoolId: schoolId(cast, TOUR_SCHOOL), year: YEAR };
  const { works } = await getSchoolYear(deputy, key);
  const work = works.find(({ grade, kind }) => grade === 6 && kind === "essay");
  if (!work) throw new Error("The year of the tour school has no essay in grade 6");
  const place = { ...key, id: work.id, version: work.version };
  const moved = await moveWork(deputy, { ...place, on: "2026-10-16", lesson: 4, accept: false }, now);
  const [slot] = moved.done ? [] : moved.review.slots;
  if (slot) await moveWork(deputy, { ...place, on: slot.on, lesson: slot.lesson, accept: true }, now);
}

async function publish(cast: Cast, reason: string, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const key = { schoolId: schoolId(cast, TOUR_SCHOOL), year: YEAR };
  const day = now.toISOString().slice(0, 10) as Day;
  const { fingerprint, base } = await getPublication(deputy, key, day);
  await publishSchedule(deputy, { ...key, fingerprint, base, reason, confirmed: true }, now);
}

/** What a newcomer should see found: works too close, two on one day, a first and a last lesson, a holiday. */
const CONFLICTS: readonly (readonly [
  grade: number,
  subject: Subject,
  title: string,
  on: Day,
  lesson: number,
])[] = [
  [5, "MA", "Дроби", "2026-12-03", 3],
  [5, "BI", "Клетка", "2026-12-03", 4],
  [6, "RU", "Причастие", "2026-12-10", 1],
  [7, "FI", "Давление", "2026-12-21", 7],
  [8, "HI", "Растворы", "2027-01-06", 3],
];

async function plantConflicts(cast: Cast, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const key = { schoolId: schoolId(cast, TOUR_SCHOOL), year: YEAR };
  const { classes } = await getSchoolYear(deputy, key);
  for (const [grade, subject, title, on, lesson] of CONFLICTS) {
    const labels = classes.filter((one) => one.grade === grade).map(({ label }) => label);
    const work = input(key, { grade, labels }, subject, "control", title);
    await placeWork(deputy, { ...work, on, lesson, accept: true }, now);
  }
  const works = await asViewer(systemViewer, (tx) => tx.scheduledWork.count({ where: key }));
  if (works === 0) throw new Error("The tour school has no schedule");
}
