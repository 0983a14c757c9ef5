import { createHash } from "node:crypto";
import { runInWorker } from "#lib/platform/workbook/in-worker.ts";
import { inTransaction, type WriteTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { type Day, dateToDay, dayToDate } from "../../platform/clock.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import type { SchoolYear } from "../facts.ts";
import type { ClassTimetable } from "../load/shapes.ts";
import { countPlanUp, openSchoolYear } from "../plan-writes.ts";
import { checkClasses, journal } from "../work-commands.ts";
import { type CheckedTimetable, checkTimetables } from "./check.ts";
import type { TimetableReading } from "./file.ts";
import { lessonNames } from "./names.ts";
import type { RemoveTimetableInput, TimetableInput } from "./schema.ts";
import { countLessons } from "./week.ts";

type YearKey = { schoolId: number; year: number };

/** Sets the timetable of a class from a day on; one that began on the same day is replaced, earlier ones stay for their days. */
export function setTimetable(viewer: Viewer, input: TimetableInput, now: Date): Promise<void> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    checkClasses(facts, [input.label]);
    checkDay(facts, input.from);
    await countPlanUp(tx, viewer, input, now);
    await write(tx, viewer, { ...input, days: input.days }, now);
    const details = { class: input.label, from: input.from, lessons: countLessons(input.days) };
    await journal(tx, viewer, facts, "setTimetable", null, details, now);
  });
}

/** Takes back the timetable that begins on a day: the one before it holds again. */
export function removeTimetable(viewer: Viewer, input: RemoveTimetableInput, now: Date): Promise<void> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    await countPlanUp(tx, viewer, input, now);
    const { schoolId, year, label, from } = input;
    const { count } = await tx.scheduleTimetable.deleteMany({
      where: { schoolId, year, classLabel: label, fromOn: dayToDate(from) },
    });
    if (count === 0) throw new RefusedError("notFound", "errors.notFound");
    await journal(tx, viewer, facts, "removeTimetable", null, { class: label, from }, now);
  });
}

/** Reads a file of timetables that begin on `from`, and keeps what it says until it is reviewed. */
export async function stageTimetables(
  viewer: Viewer,
  input: YearKey & { from: Day; name: string; bytes: Uint8Array },
  now: Date,
): Promise<{ importId: number }> {
  permit(viewer, "schedule.plan");
  const { schoolId, year, from, name, bytes } = input;
  const outcome = await runInWorker<TimetableReading>(
    "lib/schedule/timetable/file.ts",
    "readTimetableFile",
    [bytes, name],
    { fileName: name },
  );
  const reading: TimetableReading = outcome.ok
    ? outcome.value
    : { file: name, classes: [], lost: [], findings: [outcome.refusal], unknown: false };
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, schoolId, year, now);
    checkDay(facts, from);
    const { id } = await tx.scheduleImport.create({
      data: {
        ...{ schoolId, year, kind: "timetable", fromOn: dayToDate(from), fileName: reading.file },
        ...{ createdBy: viewer.personId ?? 0, createdAt: now, reading: reading as object },
      },
    });
    return { importId: id };
  });
}

/** What a review shows, as one short text: another one is not applied. */
export function timetablesFingerprint(checked: readonly CheckedTimetable[]): string {
  const said = checked.map(({ label, state, days }) => [label, state, days]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 32);
}

/** Sets the timetables of all classes of a reviewed file that are new or changed, in one transaction. */
export function applyTimetables(
  viewer: Viewer,
  { importId, fingerprint }: { importId: number; fingerprint: string },
  now: Date,
): Promise<YearKey & { classes: number }> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const staged = { id: importId, kind: "timetable" };
    const draft = found(await tx.scheduleImport.findFirst({ where: staged }));
    const { schoolId, year } = draft;
    const facts = await openSchoolYear(tx, viewer, schoolId, year, now);
    // Read again under the lock of the plan: the same button pressed twice applies once.
    const { reading, fromOn } = found(await tx.scheduleImport.findFirst({ where: staged }));
    if (reading === null) throw new RefusedError("conflict", "schedule.refused.alreadyApplied");
    const from = dateToDay(fromOn) as Day;
    const checked = checkTimetables(facts, reading as unknown as TimetableReading, from, lessonNames());
    if (timetablesFingerprint(checked) !== fingerprint)
      throw new RefusedError("conflict", "schedule.refused.reviewChanged");
    const setting = checked.filter(({ state }) => state === "new" || state === "changed");
    if (setting.length === 0) throw new RefusedError("invalid", "schedule.refused.noNewTimetable");
    for (const { label, days } of setting)
      await write(tx, viewer, { schoolId, year, label, from, days }, now);
    await tx.schedulePlan.update({
      where: { schoolId_year: { schoolId, year } },
      data: { version: { increment: 1 }, changedAt: now, changedBy: viewer.personId },
    });
    const count = (state: CheckedTimetable["state"]) => checked.filter((one) => one.state === state).length;
    const counts = {
      ...{ added: count("new"), changed: count("changed"), same: count("same") },
      out: count("out"),
    };
    await tx.$executeRaw`UPDATE schedule_import SET reading = NULL, result = ${JSON.stringify(counts)}::jsonb WHERE id = ${importId}`;
    const details = { file: draft.fileName, from, ...counts };
    await journal(tx, viewer, facts, "importTimetable", null, details, now);
    return { schoolId, year, classes: setting.length };
  });
}

/** A timetable begins on a day of the school's year: another day is a slip of the hand. */
function checkDay({ plan }: SchoolYear, from: Day): void {
  if (from < plan.startsOn || plan.endsOn < from)
    throw new RefusedError("invalid", "schedule.refused.timetableDay", {
      from: plan.startsOn,
      to: plan.endsOn,
    });
}

async function write(
  tx: WriteTx,
  viewer: Viewer,
  one: YearKey & { label: string; from: Day; days: ClassTimetable },
  now: Date,
): Promise<void> {
  const key = {
    ...{ schoolId: one.schoolId, year: one.year, classLabel: one.label },
    fromOn: dayToDate(one.from),
  };
  // A copy that the database client takes for plain JSON.
  const data = {
    days: one.days.map((day) => day.map((taught) => [...taught])),
    changedAt: now,
    changedBy: viewer.personId,
  };
  await tx.scheduleTimetable.upsert({
    where: { schoolId_year_classLabel_fromOn: key },
    create: { ...key, ...data },
    update: data,
  });
}
