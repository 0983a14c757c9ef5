import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import { byClass } from "../schools/class-rules.ts";

/** A class that can be typed, and how far it is. */
export interface ClassChoice {
  label: string;
  pupils: number | null;
  /** rows with something typed */
  typed: number;
  /** rows that stand in the results */
  standing: number;
  handedAt: string | null;
}

export interface EntryChoice {
  school: { id: number; name: string } | null;
  works: readonly NamedWork[];
  work: NamedWork | null;
  classes: readonly ClassChoice[];
}

/**
 * What can be chosen for typing. `school` null = an office has not named one yet. Works are those with tasks, newest
 * first; without a wish the newest of them for whose grade the school has classes.
 */
export function getEntryChoice(
  viewer: Viewer,
  asked: { work?: number | undefined; school?: number | undefined; login?: string | undefined },
): Promise<EntryChoice> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const id = viewer.schoolId ?? asked.school ?? null;
    const where =
      asked.login && viewer.schoolId === null ? { login: asked.login } : id === null ? null : { id };
    if (where === null) return { school: null, works: [], work: null, classes: [] };
    const school = found(await tx.school.findFirst({ where, select: { id: true, name: true } }));
    const all = await tx.work.findMany({
      where: { tasks: { some: {} } },
      select: { id: true },
      orderBy: [
        { year: "desc" },
        { season: "asc" },
        { gradeWriting: "asc" },
        { subject: "asc" },
        { level: "desc" },
      ],
      take: 500,
    });
    const named = await namedWorks(
      tx,
      all.map((work) => work.id),
    );
    const classes = await tx.schoolClass.findMany({
      where: { schoolId: school.id },
      select: { label: true, grade: true, year: true, pupils: true },
    });
    const has = (work: NamedWork) =>
      classes.some(
        (one) => one.grade === work.gradeWriting && one.year === schoolYearOf(work.year, work.season),
      );
    const works = all.flatMap((work) => named.get(work.id) ?? []).filter(has);
    const work = works.find((one) => one.id === asked.work) ?? works[0] ?? null;
    if (work === null) return { school, works, work, classes: [] };
    const typed = await tx.$queryRaw<{ label: string; typed: number; handed_at: Date | null }[]>`
      SELECT e.class_label AS label, count(DISTINCT c."row") FILTER (WHERE c.col <> 'code' AND c.value <> '')::int AS typed, max(e.handed_at) AS handed_at
      FROM entry e LEFT JOIN entry_cell c ON c.entry_id = e.id AND c.pass = 1
      WHERE e.school_id = ${school.id} AND e.work_id = ${work.id} GROUP BY 1`;
    const standing = await tx.participation.groupBy({
      by: ["classLabel"],
      where: { schoolId: school.id, year: work.year, workId: work.id },
      _count: true,
    });
    return {
      school,
      works,
      work,
      classes: classes
        .filter((one) => one.grade === work.gradeWriting && one.year === schoolYearOf(work.year, work.season))
        .sort(byClass)
        .map(({ label, pupils }) => {
          const draft = typed.find((one) => one.label === label);
          return {
            label,
            pupils,
            typed: draft?.typed ?? 0,
            standing: standing.find((one) => one.classLabel === label)?._count ?? 0,
            handedAt: draft?.handed_at?.toISOString() ?? null,
          };
        }),
    };
  });
}
