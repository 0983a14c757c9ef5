import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { type Day, dateToDay } from "../../platform/clock.ts";
import { found } from "../../platform/errors.ts";
import { readSchoolYear } from "../plan-reads.ts";
import { checkTimetables } from "./check.ts";
import { timetablesFingerprint } from "./commands.ts";
import type { TimetableReading } from "./file.ts";
import { lessonNames } from "./names.ts";

/** A file of timetables in review: its classes against those in force on the day; or, once applied, its counts. */
export function getTimetableImport(
  viewer: Viewer,
  { schoolId, importId }: { schoolId: number; importId: number },
) {
  permit(viewer, "schedule.plan");
  return asViewer(viewer, async (tx) => {
    const where = { id: importId, schoolId, kind: "timetable" };
    const row = found(await tx.scheduleImport.findFirst({ where }));
    const facts = found(await readSchoolYear(tx, schoolId, row.year));
    const from = dateToDay(row.fromOn) as Day;
    const about = { id: row.id, year: row.year, fileName: row.fileName, from, facts };
    if (row.reading === null) return { ...about, state: "applied" as const };
    const reading = row.reading as unknown as TimetableReading;
    const classes = checkTimetables(facts, reading, from, lessonNames());
    return {
      ...about,
      state: "review" as const,
      classes,
      lost: reading.lost,
      findings: reading.findings,
      unknown: reading.unknown,
      fingerprint: timetablesFingerprint(classes),
    };
  });
}
export type TimetableImport = Awaited<ReturnType<typeof getTimetableImport>>;
