import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { found } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { loadContextOf } from "./context.ts";
import { draftIssues } from "./draft-issues.ts";
import { changesSince, differs, editionOf } from "./edition.ts";
import type { ScheduledWork, SchoolYear } from "./facts.ts";
import { checkYear } from "./load/check.ts";
import { proposeRepair } from "./load/repair/propose-repair.ts";
import type { Repair, YearReport } from "./load/shapes.ts";
import { placedWorks } from "./placed.ts";
import { readSchoolYear } from "./plan-reads.ts";
import { editionFingerprint, newestEdition } from "./publish-commands.ts";
import { type PublicationTerm, publicationTerms } from "./rules.ts";

/** An edition in the list of editions. */
export interface EditionLine {
  number: number;
  publishedAt: Date;
  reason: string;
}

export interface SchoolSchedule {
  facts: SchoolYear;
  report: YearReport;
  editions: EditionLine[];
  /** Does the draft differ from the newest edition? */
  changed: boolean;
  terms: PublicationTerm[];
  /** Years for which the school has anything, newest first. */
  years: number[];
  may: { plan: boolean; publish: boolean };
}

/** The schedule of a school in a year with all that the rules say of it; not found when the school is out of scope. */
export function getSchoolSchedule(
  viewer: Viewer,
  { schoolId, year }: { schoolId: number; year: number },
  today: Day,
): Promise<SchoolSchedule> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const facts = found(await readSchoolYear(tx, schoolId, year));
    const newest = await newestEdition(tx, schoolId, year);
    const editions = await editionsOf(tx, schoolId, year);
    const days = editions.map(({ publishedAt }) => dayOf(publishedAt, env.TIME_ZONE));
    return {
      facts,
      report: checkYear(loadContextOf(facts, null), placedWorks(facts)),
      editions,
      changed: differs(editionOf(facts, newest?.content ?? null), newest?.content ?? null),
      terms: publicationTerms(facts.plan, days, today),
      years: await yearsOf(tx, schoolId, year),
      may: { plan: may(viewer, "schedule.plan"), publish: may(viewer, "schedule.publish") },
    };
  });
}

/** The facts of a school's year for a page that changes them; forbidden for those who only read. */
export function getSchoolYear(
  viewer: Viewer,
  { schoolId, year }: { schoolId: number; year: number },
): Promise<SchoolYear> {
  permit(viewer, "schedule.plan");
  return asViewer(viewer, async (tx) => found(await readSchoolYear(tx, schoolId, year)));
}

/** One work with its year. */
export function getScheduledWork(
  viewer: Viewer,
  { schoolId, workId }: { schoolId: number; workId: number },
): Promise<{ facts: SchoolYear; work: ScheduledWork }> {
  permit(viewer, "schedule.plan");
  return asViewer(viewer, async (tx) => {
    const row = found(
      await tx.scheduledWork.findFirst({ where: { id: workId, schoolId }, select: { year: true } }),
    );
    const facts = found(await readSchoolYear(tx, schoolId, row.year));
    return { facts, work: found(facts.works.find(({ id }) => id === workId)) };
  });
}

/** The fewest moves that end the conflicts of a school's year; days before today are left as they are. */
export function getRepair(
  viewer: Viewer,
  { schoolId, year }: { schoolId: number; year: number },
  today: Day,
): Promise<{ facts: SchoolYear; report: YearReport; repair: Repair }> {
  permit(viewer, "schedule.plan");
  return asViewer(viewer, async (tx) => {
    const facts = found(await readSchoolYear(tx, schoolId, year));
    const context = loadContextOf(facts, today);
    const placed = placedWorks(facts);
    return { facts, report: checkYear(context, placed), repair: proposeRepair(context, placed) };
  });
}

/** What would be published: the draft with its fingerprint, what changed since the newest edition, and what stands against it. */
export function getPublication(
  viewer: Viewer,
  { schoolId, year }: { schoolId: number; year: number },
  today: Day,
) {
  permit(viewer, "schedule.publish");
  return asViewer(viewer, async (tx) => {
    const facts = found(await readSchoolYear(tx, schoolId, year));
    const newest = await newestEdition(tx, schoolId, year);
    const content = editionOf(facts, newest?.content ?? null);
    const changed = differs(content, newest?.content ?? null);
    return {
      facts,
      content,
      fingerprint: editionFingerprint(content),
      base: newest?.number ?? 0,
      issues: draftIssues(facts, changed, newest !== null, today),
      changes: changesSince(content, newest?.content ?? null),
      terms: publicationTerms(
        facts.plan,
        (await editionsOf(tx, schoolId, year)).map(({ publishedAt }) => dayOf(publishedAt, env.TIME_ZONE)),
        today,
      ),
    };
  });
}
export type Publication = Awaited<ReturnType<typeof getPublication>>;

function editionsOf(tx: ReadTx, schoolId: number, year: number): Promise<EditionLine[]> {
  return tx.scheduleEdition.findMany({
    where: { schoolId, year },
    orderBy: { number: "desc" },
    select: { number: true, publishedAt: true, reason: true },
  });
}

async function yearsOf(tx: ReadTx, schoolId: number, year: number): Promise<number[]> {
  const plans = await tx.schedulePlan.findMany({ where: { schoolId }, select: { year: true } });
  const classes = await tx.schoolClass.findMany({
    where: { schoolId },
    select: { year: true },
    distinct: ["year"],
  });
  return [...new Set([year, ...[...plans, ...classes].map((one) => one.year)])].sort((a, b) => b - a);
}

/** Links of works to what the assessments know and what regulations say, for lists that offer them. */
export function listAssessedWorks(
  viewer: Viewer,
  year: number,
): Promise<
  {
    id: number;
    code: string;
    kind: string;
    year: number;
    subject: string;
    gradeWriting: number;
    opensOn: Day | null;
    closesOn: Day | null;
  }[]
> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const works = await tx.work.findMany({
      where: {
        OR: [
          { year: year + 1, season: "spring" },
          { year, season: "autumn" },
        ],
      },
      orderBy: [{ gradeWriting: "asc" }, { code: "asc" }],
    });
    return works.map(({ id, code, kind, year, subject, gradeWriting, opensOn, closesOn }) => ({
      ...{ id, code, kind, year, subject, gradeWriting },
      opensOn: dateToDay(opensOn),
      closesOn: dateToDay(closesOn),
    }));
  });
}
