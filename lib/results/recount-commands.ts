import { isDeepStrictEqual } from "node:util";
import { asViewer } from "../platform/access/as-viewer.ts";
import { systemViewer } from "../platform/access/viewer.ts";
import { mergeSummaries, type Summary } from "../statistics/summary.ts";
import { type SummaryColumns, toSummary } from "./summary-row.ts";
import { countClasses, wholeSchool } from "./summary-writes.ts";
import { countedWorks } from "./work-shape.ts";

/**
 * Counts every stored summary anew and compares: schools from their rows, areas from their schools. Changes nothing; a
 * difference is a defect to be found, not to be painted over.
 */
export async function recountSummaries(): Promise<{ checked: number; different: number }> {
  const sets = await asViewer(systemViewer, (tx) =>
    tx.resultSet.findMany({ orderBy: [{ workId: "asc" }, { schoolId: "asc" }] }),
  );
  let different = 0;
  for (const { schoolId, workId } of sets) if (!(await schoolAgrees(schoolId, workId))) different++;
  const areas = await asViewer(systemViewer, (tx) =>
    tx.areaSummary.findMany({ select: { areaKind: true, areaId: true, workId: true } }),
  );
  for (const area of areas) if (!(await areaAgrees(area.areaKind, area.areaId, area.workId))) different++;
  return { checked: sets.length + areas.length, different };
}

function schoolAgrees(schoolId: number, workId: number): Promise<boolean> {
  return asViewer(systemViewer, async (tx) => {
    const work = (await countedWorks(tx, [workId])).get(workId);
    if (!work) return false;
    const counted = await countClasses(tx, schoolId, work);
    const rows = await tx.$queryRaw<(SummaryColumns & { class_label: string })[]>`
      SELECT * FROM summary WHERE school_id = ${schoolId} AND work_id = ${workId}`;
    const whole = [...counted.values()].reduce<Summary | null>(
      (sum, part) => (sum ? mergeSummaries(sum, part) : part),
      null,
    );
    if (whole) counted.set(wholeSchool, whole);
    return (
      rows.length === counted.size &&
      rows.every((row) => isDeepStrictEqual(toSummary(row), counted.get(row.class_label)))
    );
  });
}

function areaAgrees(kind: string, id: number, workId: number): Promise<boolean> {
  return asViewer(systemViewer, async (tx) => {
    const [area] = await tx.$queryRaw<(SummaryColumns & { schools: number })[]>`
      SELECT * FROM area_summary WHERE area_kind = ${kind} AND area_id = ${id} AND work_id = ${workId}`;
    const parts = await tx.$queryRaw<SummaryColumns[]>`
      SELECT s.* FROM summary s JOIN school c ON c.id = s.school_id JOIN municipality m ON m.id = c.municipality_id
      WHERE s.work_id = ${workId} AND s.class_label = ${wholeSchool} AND (CASE ${kind} WHEN 'municipality' THEN m.id ELSE m.region_id END) = ${id}`;
    if (!area || area.schools !== parts.length) return false;
    const [first, ...rest] = parts.map(toSummary);
    return first
      ? isDeepStrictEqual(toSummary(area), rest.reduce(mergeSummaries, first))
      : area.participants === 0;
  });
}
