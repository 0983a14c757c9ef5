import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import { mustRead } from "./reading-rules.ts";

/** A document that people of a school must read and have not: counts only. */
export interface UnreadDocument {
  readonly schoolId: number;
  readonly slug: string;
  readonly title: string;
  readonly number: string;
  readonly dueOn: Day;
  readonly late: boolean;
  /** Of those who must read it, how many have not. */
  readonly unread: number;
  readonly must: number;
}

/** Demands of schools that stand, of editions in force or ahead, where somebody has not read yet; by day. No names are read. */
export async function readUnread(
  tx: ReadTx,
  schoolIds: readonly number[],
  today: Day,
): Promise<UnreadDocument[]> {
  const ids = [...schoolIds];
  const demands = await tx.regulationReading.findMany({
    where: { schoolId: { in: ids }, closedAt: null, edition: { status: "adopted" } },
    include: { edition: { include: { regulation: { select: { slug: true, title: true } } } } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  if (demands.length === 0) return [];
  const people = await tx.person.findMany({
    where: { schoolId: { in: ids }, disabledAt: null },
    select: { id: true, role: true, schoolId: true },
  });
  const marks = await tx.regulationReadingMark.findMany({
    where: { schoolId: { in: ids }, editionId: { in: demands.map(({ editionId }) => editionId) } },
    select: { editionId: true, personId: true },
  });
  const read = new Set(marks.map(({ editionId, personId }) => `${editionId} ${personId}`));
  const bySchool = Map.groupBy(people, ({ schoolId }) => schoolId);
  return demands.flatMap((demand) => {
    const { schoolId, editionId, edition } = demand;
    const ends = dateToDay(edition.effectiveTo);
    if (schoolId === null || (ends !== null && ends < today)) return [];
    const must = (bySchool.get(schoolId) ?? []).filter((person) => mustRead(demand, person));
    const unread = must.filter(({ id }) => !read.has(`${editionId} ${id}`)).length;
    if (unread === 0) return [];
    const dueOn = dateToDay(demand.dueOn) as Day;
    const { slug, title } = edition.regulation;
    const counts = { unread, must: must.length };
    return [{ schoolId, slug, title, number: edition.number, dueOn, late: dueOn < today, ...counts }];
  });
}
