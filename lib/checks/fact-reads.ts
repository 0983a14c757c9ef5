import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type SummaryColumns, toSummary } from "../results/summary-row.ts";
import type { Summary } from "../statistics/summary.ts";
import { type CheckFacts, type EarlierFacts, type RowFacts, wholeSchool } from "./facts.ts";

/** A work whose results are checked, with what scopes and comparisons need. */
export interface CheckedWork {
  id: number;
  code: string;
  kind: string;
  year: number;
  season: string;
  subject: string;
  gradeTested: number;
  gradeWriting: number;
  level: string;
  maxScore: number;
}

/** How far back a municipality's earlier values are taken. */
const yearsBack = 3;

const workColumns = {
  ...{ id: true, code: true, kind: true, year: true, season: true, subject: true },
  ...{ gradeTested: true, gradeWriting: true, level: true, maxScore: true },
} as const;

/** Works by id. */
export function checkedWorks(tx: ReadTx, ids: readonly number[]): Promise<CheckedWork[]> {
  return tx.work.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: workColumns,
    orderBy: [{ gradeTested: "asc" }, { subject: "asc" }, { id: "asc" }],
  });
}

/**
 * The facts about these schools' results for a work, by school; a school without a summary has no entry. What the transaction's scope does
 * not see is not in them, so a whole municipality needs an office's scope or the portal's.
 */
export async function readFacts(
  tx: ReadTx,
  work: CheckedWork,
  schoolIds: readonly number[],
  { rows: withRows }: { rows: boolean },
): Promise<Map<number, CheckFacts>> {
  const schools = await tx.school.findMany({
    where: { id: { in: [...schoolIds] } },
    select: { id: true, municipalityId: true },
  });
  const earlier = await earlierWorks(tx, work);
  const own = await classSummaries(tx, schoolIds, [work.id, ...earlier.map(({ id }) => id)]);
  const around = await municipalitySummaries(
    tx,
    schools.map(({ municipalityId }) => municipalityId),
    [work.id, ...earlier.filter(isSame(work)).map(({ id }) => id)],
  );
  const rows = withRows ? await presentRows(tx, schoolIds, work) : new Map<number, RowFacts[]>();
  const facts = new Map<number, CheckFacts>();
  for (const { id, municipalityId } of schools) {
    const classes = own.get(key(id, work.id));
    const whole = classes?.get(wholeSchool);
    if (!classes || !whole) continue;
    const before = earlier.filter(isSame(work));
    facts.set(id, {
      maxScore: work.maxScore,
      whole,
      classes: withoutWhole(classes),
      rows: rows.get(id) ?? [],
      sameWork: earlierFacts(before, work.year - 1, id, own, 0),
      samePupils: earlierFacts(
        earlier.filter((one) => one.gradeTested === work.gradeTested - 1),
        work.year - 1,
        id,
        own,
        1,
      ),
      municipality: around.get(key(municipalityId, work.id)) ?? [],
      municipalityBefore: before.flatMap((one) => around.get(key(municipalityId, one.id)) ?? []),
      ownBefore: before.flatMap((one) => {
        const summary = own.get(key(id, one.id))?.get(wholeSchool);
        return summary ? [{ year: one.year, summary }] : [];
      }),
    });
  }
  return facts;
}

const key = (unit: number, workId: number) => `${unit}:${workId}`;
const isSame = (work: CheckedWork) => (one: CheckedWork) => one.gradeTested === work.gradeTested;

/** The same work in earlier years, and the one a grade lower of the year before; newest first. */
function earlierWorks(tx: ReadTx, work: CheckedWork): Promise<CheckedWork[]> {
  const { kind, subject, level, season, year, gradeTested } = work;
  return tx.work.findMany({
    where: {
      ...{ kind, subject, level, season },
      OR: [
        { gradeTested, year: { gte: year - yearsBack, lt: year } },
        { gradeTested: gradeTested - 1, year: year - 1 },
      ],
    },
    select: workColumns,
    orderBy: { year: "desc" },
  });
}

/** `grades`: by how many grades the classes have moved up since; their labels of then become those of today. */
function earlierFacts(
  works: readonly CheckedWork[],
  year: number,
  schoolId: number,
  summaries: ReadonlyMap<string, ReadonlyMap<string, Summary>>,
  grades: number,
): EarlierFacts | null {
  const work = works.find((one) => one.year === year);
  const classes = work && summaries.get(key(schoolId, work.id));
  if (!classes) return null;
  const moved = [...withoutWhole(classes)].map(
    ([label, summary]) =>
      [label.replace(/^\d+/, (grade) => String(Number(grade) + grades)), summary] as const,
  );
  return { year, whole: classes.get(wholeSchool) ?? null, classes: new Map(moved) };
}

function withoutWhole(classes: ReadonlyMap<string, Summary>): Map<string, Summary> {
  return new Map([...classes].filter(([label]) => label !== wholeSchool));
}

async function classSummaries(
  tx: ReadTx,
  schoolIds: readonly number[],
  workIds: readonly number[],
): Promise<Map<string, Map<string, Summary>>> {
  const rows = await tx.$queryRaw<
    (SummaryColumns & { school_id: number; work_id: number; class_label: string })[]
  >`
    SELECT * FROM summary WHERE school_id = ANY (${[...schoolIds]}::int[]) AND work_id = ANY (${[...workIds]}::int[])`;
  const found = new Map<string, Map<string, Summary>>();
  for (const row of rows) {
    const at = key(row.school_id, row.work_id);
    const classes = found.get(at) ?? new Map<string, Summary>();
    found.set(at, classes.set(row.class_label, toSummary(row)));
  }
  return found;
}

async function municipalitySummaries(
  tx: ReadTx,
  municipalityIds: readonly number[],
  workIds: readonly number[],
): Promise<Map<string, Summary[]>> {
  const rows = await tx.$queryRaw<(SummaryColumns & { municipality_id: number; work_id: number })[]>`
    SELECT s.*, c.municipality_id FROM summary s JOIN school c ON c.id = s.school_id
    WHERE c.municipality_id = ANY (${[...new Set(municipalityIds)]}::int[]) AND s.work_id = ANY (${[...workIds]}::int[]) AND s.class_label = ${wholeSchool}
    ORDER BY s.school_id`;
  const found = new Map<string, Summary[]>();
  for (const row of rows) {
    const at = key(row.municipality_id, row.work_id);
    found.set(at, [...(found.get(at) ?? []), toSummary(row)]);
  }
  return found;
}

/** Rows of pupils who took part. One text a class: thousands of single values would be slower on their way than the check. */
async function presentRows(
  tx: ReadTx,
  schoolIds: readonly number[],
  work: CheckedWork,
): Promise<Map<number, RowFacts[]>> {
  const classes = await tx.$queryRaw<{ school_id: number; class_label: string; lines: string }[]>`
    SELECT school_id, class_label, string_agg(concat_ws('|', coalesce(total_printed::text, ''), total_items, coalesce(mark_file::text, ''),
      coalesce(mark_scale::text, ''), array_to_string(items, ','), participant_code), E'\n') AS lines
    FROM participation WHERE school_id = ANY (${[...schoolIds]}::int[]) AND year = ${work.year} AND work_id = ${work.id} AND status = 'present'
    GROUP BY school_id, class_label`;
  const found = new Map<number, RowFacts[]>();
  for (const { school_id, class_label, lines } of classes) {
    const rows = found.get(school_id) ?? [];
    for (const line of lines.split("\n")) rows.push(toRow(line, class_label));
    found.set(school_id, rows);
  }
  return found;
}

function toRow(line: string, classLabel: string): RowFacts {
  const [printed, total, markFile, markScale, items = "", ...code] = line.split("|");
  const orNull = (text: string | undefined) => (text ? Number(text) : null);
  return {
    code: code.join("|"),
    classLabel,
    items: items === "" ? [] : items.split(",").map(Number),
    totalPrinted: orNull(printed),
    totalItems: Number(total),
    markFile: orNull(markFile),
    markScale: orNull(markScale),
  };
}
