import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { bandsOf, type Difficulty, levels, seasons, workKinds } from "./rules.ts";
import { subjects } from "./subjects.ts";
import { readWorkQuery } from "./work-query.ts";
import { editionsFirst, tasksInOrder, type WorksAsked, workCondition, workRow } from "./work-row.ts";
import { withResults } from "./work-state.ts";
import type { WorkRow, WorkView } from "./work-view.ts";

/** Works by year (newest first), grade and subject; at most 500. */
export function listWorks(viewer: Viewer, asked: WorksAsked): Promise<WorkRow[]> {
  permit(viewer, "assessments.read");
  return asViewer(viewer, async (tx) => {
    const works = await tx.work.findMany({
      where: workCondition(asked),
      include: { ...editionsFirst, _count: { select: { tasks: true } } },
      orderBy: [{ year: "desc" }, { id: "asc" }],
      take: 500,
    });
    return works.map((work) => workRow(work, work._count.tasks)).sort(asListed);
  });
}

/** Newest year first, then season, kind, grade, and subjects in the order in which people name them. */
function asListed(a: WorkRow, b: WorkRow): number {
  const place = ({ year, season, gradeTested, kind, subject, level }: WorkRow) => [
    -year,
    seasons.indexOf(season),
    workKinds.indexOf(kind),
    gradeTested,
    (subjects as readonly string[]).indexOf(subject),
    levels.indexOf(level),
  ];
  const [first, second] = [place(a), place(b)];
  const at = first.findIndex((value, i) => value !== second[i]);
  return at < 0 ? a.id - b.id : (first[at] ?? 0) - (second[at] ?? 0);
}

/** Years that have works, newest first. */
export function listYears(viewer: Viewer): Promise<number[]> {
  permit(viewer, "assessments.read");
  return asViewer(viewer, async (tx) => {
    const years = await tx.work.findMany({
      distinct: ["year"],
      select: { year: true },
      orderBy: { year: "desc" },
    });
    return years.map(({ year }) => year);
  });
}

/** One work with its tasks and every edition of its scale. */
export function getWork(viewer: Viewer, workId: number): Promise<WorkView> {
  permit(viewer, "assessments.read");
  return asViewer(viewer, async (tx) => {
    const work = found(
      await tx.work.findUnique({ where: { id: workId }, include: { ...editionsFirst, ...tasksInOrder } }),
    );
    const names = await namesOf(
      tx,
      work.scales.map(({ adoptedBy }) => adoptedBy),
    );
    const row = workRow(work, work.tasks.length);
    return {
      ...row,
      opensOn: dateToDay(work.opensOn),
      closesOn: dateToDay(work.closesOn),
      note: work.note,
      version: work.version,
      tasks: work.tasks.map(({ code, max, difficulty, codifier, skill }) => ({
        code,
        max,
        difficulty: difficulty as Difficulty | null,
        codifier,
        skill,
      })),
      editions: work.scales.map((scale) => ({
        edition: scale.edition,
        bands: bandsOf({ ...scale, max: scale.maxScore }, scale.disputed),
        maxScore: scale.maxScore,
        disputed: scale.disputed,
        source: scale.source,
        note: scale.note,
        needsCheck: scale.needsCheck,
        adoptedAt: scale.adoptedAt.toISOString(),
        adoptedBy: scale.adoptedBy === null ? null : (names.get(scale.adoptedBy) ?? null),
        shipped: scale.adoptedBy === null,
        inForce: scale.edition === row.scale?.edition,
      })),
      schools: await tx.resultSet.count({ where: { workId } }),
      locked: (await withResults(tx, [workId])).has(workId),
    };
  });
}

/**
 * Works that a person means by `VPR-2024-MA-4`, `MA4`, `MA4-2024` or `RU-4-2026` (see readWorkQuery), newest first; none when
 * it is no code or nothing fits. More than one: the person has to say more.
 */
export function findWorks(viewer: Viewer, text: string): Promise<WorkRow[]> {
  permit(viewer, "assessments.read");
  const query = readWorkQuery(text);
  if (query === null) return Promise.resolve([]);
  return asViewer(viewer, async (tx) => {
    const works = await tx.work.findMany({
      where: query,
      include: { ...editionsFirst, _count: { select: { tasks: true } } },
      orderBy: [{ year: "desc" }, { id: "asc" }],
      take: 50,
    });
    return works.map((work) => workRow(work, work._count.tasks));
  });
}

/** Names of those whom the viewer may see. */
async function namesOf(tx: ReadTx, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
