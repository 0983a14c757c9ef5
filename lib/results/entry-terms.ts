import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { Term } from "./entry-window.ts";

/** Terms by `schoolId:workId`, as far as the viewer sees campaigns; pairs that no campaign asks for have no entry. */
export async function entryTerms(
  tx: ReadTx,
  pairs: readonly { schoolId: number; workId: number }[],
): Promise<Map<string, Term[]>> {
  if (pairs.length === 0) return new Map();
  const rows = await tx.$queryRaw<TermRow[]>`
    SELECT p.school_id, p.work_id, c.id, c.municipality_id, c.opens_on, c.due_on, c.closes_on, c.closed_at, e.until_on
    FROM unnest(${pairs.map((pair) => pair.schoolId)}::int[], ${pairs.map((pair) => pair.workId)}::int[]) AS p (school_id, work_id)
    JOIN school s ON s.id = p.school_id JOIN municipality m ON m.id = s.municipality_id
    JOIN campaign_work w ON w.work_id = p.work_id
    JOIN campaign c ON c.id = w.campaign_id AND c.region_id = m.region_id AND (c.municipality_id IS NULL OR c.municipality_id = m.id)
    LEFT JOIN campaign_exception e ON e.campaign_id = c.id AND e.school_id = p.school_id`;
  const terms = new Map<string, Term[]>();
  for (const row of rows) {
    const key = `${row.school_id}:${row.work_id}`;
    terms.set(key, [...(terms.get(key) ?? []), toTerm(row)]);
  }
  return terms;
}

interface TermRow {
  school_id: number;
  work_id: number;
  id: number;
  municipality_id: number | null;
  opens_on: Date;
  due_on: Date;
  closes_on: Date;
  closed_at: Date | null;
  until_on: Date | null;
}

function toTerm(row: TermRow): Term {
  // The three days are NOT NULL columns.
  const day = (date: Date) => dateToDay(date) as NonNullable<ReturnType<typeof dateToDay>>;
  return {
    campaignId: row.id,
    municipalityId: row.municipality_id,
    opensOn: day(row.opens_on),
    dueOn: day(row.due_on),
    closesOn: day(row.closes_on),
    closed: row.closed_at !== null,
    exceptionUntil: dateToDay(row.until_on),
  };
}
