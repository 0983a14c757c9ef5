import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "./named-works.ts";

/** One pupil's results as they are stored; `items` follow the tasks, values as in `ITEM`, empty for an absent pupil. */
export interface ResultRowView {
  code: string;
  classLabel: string;
  variant: string;
  status: "present" | "absent";
  items: readonly number[];
  totalPrinted: number | null;
  totalItems: number;
  markFile: number | null;
  markScale: number | null;
  journal: number | null;
}

export interface ResultRowsView {
  school: { id: number; name: string };
  work: NamedWork & { maxScore: number };
  tasks: readonly { code: string; max: number }[];
  /** Classes that the viewer sees, in natural order; "" = rows without a known class. */
  classes: readonly { label: string; present: number; absent: number }[];
  classLabel: string | null;
  /** A page of rows: by class, present pupils first, then by code. */
  rows: readonly ResultRowView[];
  page: number;
  pages: number;
  /** The file that came last, and when the results changed; null when there are none. */
  source: { fileName: string; changedAt: string } | null;
}

const rowsPerPage = 200;

/**
 * Rows of one school in one work. A teacher sees the own classes only; a school out of scope is not found. A class without
 * rows is answered with none.
 */
export function getResultRows(
  viewer: Viewer,
  workId: number,
  schoolId: number,
  wanted: { classLabel?: string | undefined; page?: number } = {},
): Promise<ResultRowsView> {
  permit(viewer, "results.read");
  return asViewer(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, select: { id: true, name: true } }),
    );
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const { maxScore, tasks } = found(
      await tx.work.findUnique({
        where: { id: workId },
        select: {
          maxScore: true,
          tasks: { orderBy: { position: "asc" }, select: { code: true, max: true } },
        },
      }),
    );
    const key = { schoolId, workId, year: work.year };
    const classes = await classCounts(tx, key);
    const classLabel = wanted.classLabel ?? null;
    const total = classes
      .filter(({ label }) => classLabel === null || label === classLabel)
      .reduce((sum, { present, absent }) => sum + present + absent, 0);
    const pages = Math.max(1, Math.ceil(total / rowsPerPage));
    const page = Math.min(Math.max(1, wanted.page ?? 1), pages);
    const set = await tx.resultSet.findUnique({
      where: { schoolId_workId: { schoolId, workId } },
      select: { sourceName: true, changedAt: true },
    });
    return {
      school,
      work: { ...work, maxScore },
      tasks,
      classes,
      classLabel,
      rows: await pageOfRows(tx, key, classLabel, page),
      page,
      pages,
      source: set && { fileName: set.sourceName, changedAt: set.changedAt.toISOString() },
    };
  });
}

interface RowsKey {
  schoolId: number;
  workId: number;
  year: number;
}

function classCounts(tx: ReadTx, { schoolId, workId, year }: RowsKey) {
  return tx.$queryRaw<{ label: string; present: number; absent: number }[]>`
    SELECT class_label AS label, count(*) FILTER (WHERE status = 'present')::int AS present, count(*) FILTER (WHERE status = 'absent')::int AS absent
    FROM participation WHERE school_id = ${schoolId} AND year = ${year} AND work_id = ${workId}
    GROUP BY class_label ORDER BY class_label = '', class_label COLLATE natural_order`;
}

function pageOfRows(
  tx: ReadTx,
  { schoolId, workId, year }: RowsKey,
  classLabel: string | null,
  page: number,
): Promise<ResultRowView[]> {
  return tx.$queryRaw<ResultRowView[]>`
    SELECT participant_code AS code, class_label AS "classLabel", variant, status, items, total_printed AS "totalPrinted", total_items AS "totalItems",
      mark_file AS "markFile", mark_scale AS "markScale", journal
    FROM participation WHERE school_id = ${schoolId} AND year = ${year} AND work_id = ${workId} AND (${classLabel}::text IS NULL OR class_label = ${classLabel}::text)
    ORDER BY class_label = '', class_label COLLATE natural_order, status DESC, participant_code COLLATE natural_order
    LIMIT ${rowsPerPage} OFFSET ${(page - 1) * rowsPerPage}`;
}

/** A work with results in the viewer's unit. */
export interface WorkWithResults {
  work: NamedWork;
  /** First year of the school year in which it was written. */
  schoolYear: number;
  schools: number;
  participants: number;
  absent: number;
  changedAt: string;
}

/** Works for which the viewer's schools have results, newest year first; a teacher sees those of the own classes. */
export function listWorksWithResults(viewer: Viewer): Promise<WorkWithResults[]> {
  permit(viewer, "results.read");
  return asViewer(viewer, async (tx) => {
    // A teacher sees the rows of the own classes; that a school has results at all says nothing of them.
    const onlyOwn = viewer.scope.kind === "classes";
    const rows = await tx.$queryRaw<
      { id: number; schools: number; participants: number; absent: number; changed_at: Date }[]
    >`
      SELECT r.work_id AS id, count(*)::int AS schools, coalesce(sum(s.participants), 0)::int AS participants, coalesce(sum(s.absent), 0)::int AS absent, max(r.changed_at) AS changed_at
      FROM result_set r LEFT JOIN summary s ON s.school_id = r.school_id AND s.year = r.year AND s.work_id = r.work_id
        AND CASE WHEN ${onlyOwn} THEN s.class_label <> '*' ELSE s.class_label = '*' END
      WHERE NOT ${onlyOwn} OR s.school_id IS NOT NULL
      GROUP BY r.work_id`;
    const works = await namedWorks(
      tx,
      rows.map(({ id }) => id),
    );
    return rows
      .flatMap(({ id, changed_at, ...counts }) => {
        const work = works.get(id);
        if (!work) return [];
        const schoolYear = schoolYearOf(work.year, work.season);
        return [
          {
            work,
            schoolYear,
            ...counts,
            schools: onlyOwn ? 1 : counts.schools,
            changedAt: changed_at.toISOString(),
          },
        ];
      })
      .sort(byYearAndGrade);
  });
}

function byYearAndGrade(a: WorkWithResults, b: WorkWithResults): number {
  return (
    b.schoolYear - a.schoolYear ||
    a.work.gradeWriting - b.work.gradeWriting ||
    (a.work.code < b.work.code ? -1 : 1)
  );
}

/** A school with results of one work. */
export interface SchoolWithResults {
  id: number;
  name: string;
  participants: number;
  absent: number;
  changedAt: string;
}

const schoolsPerPage = 50;

/** The viewer's schools that have results of a work, by name. No column of marks stands here: schools are not ranked. */
export function listSchoolsWithResults(
  viewer: Viewer,
  workId: number,
  wanted: { page: number },
): Promise<{ work: NamedWork; schools: SchoolWithResults[]; total: number; page: number; pages: number }> {
  permit(viewer, "results.read");
  return asViewer(viewer, async (tx) => {
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const total = await tx.resultSet.count({ where: { workId } });
    const pages = Math.max(1, Math.ceil(total / schoolsPerPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const rows = await tx.$queryRaw<(Omit<SchoolWithResults, "changedAt"> & { changed_at: Date })[]>`
      SELECT c.id, c.name, coalesce(s.participants, 0) AS participants, coalesce(s.absent, 0) AS absent, r.changed_at
      FROM result_set r JOIN school c ON c.id = r.school_id
      LEFT JOIN summary s ON s.school_id = r.school_id AND s.year = r.year AND s.work_id = r.work_id AND s.class_label = '*'
      WHERE r.work_id = ${workId} ORDER BY c.name COLLATE natural_order, c.id LIMIT ${schoolsPerPage} OFFSET ${(page - 1) * schoolsPerPage}`;
    return {
      work,
      schools: rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at.toISOString() })),
      total,
      page,
      pages,
    };
  });
}
