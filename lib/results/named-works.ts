import type { WorkRow } from "../assessments/work-view.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";

/** What it takes to say the name of a work in words. */
export type NamedWork = Pick<
  WorkRow,
  "id" | "code" | "kind" | "year" | "season" | "gradeTested" | "gradeWriting" | "subject" | "level"
>;

const columns = {
  id: true,
  code: true,
  kind: true,
  year: true,
  season: true,
  gradeTested: true,
  gradeWriting: true,
  subject: true,
  level: true,
} as const;

/** Works by their ids. */
export async function namedWorks(tx: ReadTx, ids: Iterable<number>): Promise<Map<number, NamedWork>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const works = await tx.work.findMany({ where: { id: { in: wanted } }, select: columns });
  return new Map(works.map((work) => [work.id, work as NamedWork]));
}
