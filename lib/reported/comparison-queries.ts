import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import { compareAll, countVerdicts, likelyCauses } from "./compare.ts";
import type { Cause, ComparedFigure, Verdict } from "./compared.ts";
import type { UnitSums } from "./compute-figure.ts";
import { figuresOfUnit, figuresOfWork, summariesOfWork, summaryOf } from "./figure-reads.ts";
import { groupsOf, seesAllClasses } from "./group-reads.ts";
import { reportUnitName } from "./report-unit.ts";
import type { ReportUnit } from "./schema.ts";

/** A report whose figures are compared; the name is null when the viewer does not see the file. */
export interface ReportSource {
  importId: number;
  name: string | null;
  form: string;
  appliedAt: string;
}

export interface ComparisonView {
  unit: ReportUnit & { name: string };
  work: NamedWork;
  figures: ComparedFigure[];
  counts: Partial<Record<Verdict, number>>;
  causes: Cause[];
  sources: ReportSource[];
  /** Null: the portal has no results of this unit in this work. */
  participants: number | null;
}

/** The reported figures of a unit in a work beside what the portal counted, differences first. */
export function getComparison(viewer: Viewer, unit: ReportUnit, workId: number): Promise<ComparisonView> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const name = await reportUnitName(tx, viewer, unit);
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const reported = await figuresOfUnit(tx, unit, workId);
    const wantsGroups = reported.some(({ measure }) => measure === "groupTasks" || measure === "groupSize");
    const sums = await sumsOf(tx, unit, workId, wantsGroups && seesAllClasses(viewer.scope));
    const figures = compareAll(reported, sums);
    const applied = reported.map(({ appliedAt }) => appliedAt.getTime());
    const changed = await changedAt(tx, unit, workId);
    const files = await tx.importFile.findMany({
      where: { id: { in: [...new Set(reported.map(({ importId }) => importId))] } },
      select: { id: true, name: true },
    });
    const names = new Map(files.map((file) => [file.id, file.name]));
    const sources = new Map(
      reported.map(({ importId, form, appliedAt }) => [
        importId,
        { importId, form, name: names.get(importId) ?? null, appliedAt: appliedAt.toISOString() },
      ]),
    );
    return {
      unit: { ...unit, name },
      work,
      figures,
      counts: countVerdicts(figures),
      causes: likelyCauses(
        figures,
        sums,
        applied.length > 0 && changed !== null && changed.getTime() > Math.max(...applied),
      ),
      sources: [...sources.values()],
      participants: sums?.summary.participants ?? null,
    };
  });
}

async function sumsOf(
  tx: ReadTx,
  unit: ReportUnit,
  workId: number,
  groups: boolean,
): Promise<UnitSums | null> {
  const stored = await summaryOf(tx, unit, workId);
  if (stored === null) return null;
  const work = found(
    await tx.work.findUnique({
      where: { id: workId },
      select: {
        id: true,
        year: true,
        tasks: { orderBy: { position: "asc" }, select: { code: true, max: true } },
      },
    }),
  );
  return { ...stored, tasks: work.tasks, groups: groups ? await groupsOf(tx, unit, work) : null };
}

/** When results of the unit's schools were last changed; null for a region: one school of many always has. */
async function changedAt(tx: ReadTx, { kind, id }: ReportUnit, workId: number): Promise<Date | null> {
  if (kind === "region") return null;
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(r.changed_at) AS at FROM result_set r JOIN school s ON s.id = r.school_id
    WHERE r.work_id = ${workId} AND CASE ${kind} WHEN 'school' THEN s.id ELSE s.municipality_id END = ${id}`;
  return row?.at ?? null;
}

/** Whether some report speaks of this unit and work: then the analysis offers to compare. */
export function hasReportedFigures(viewer: Viewer, unit: ReportUnit, workId: number): Promise<boolean> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => (await figuresOfUnit(tx, unit, workId)).length > 0);
}

/** A unit in the list of a work, with how many of its figures differ. */
export interface ComparedUnit {
  kind: ReportUnit["kind"];
  id: number;
  name: string;
  figures: number;
  counts: Partial<Record<Verdict, number>>;
}

/** The units with reported figures of a work: those that differ first, inside that by level and name. */
export function listComparedUnits(
  viewer: Viewer,
  workId: number,
): Promise<{ work: NamedWork; units: ComparedUnit[] }> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const figures = await figuresOfWork(tx, workId);
    const summaries = await summariesOfWork(tx, workId);
    const tasks = await tx.workTask.findMany({
      where: { workId },
      orderBy: { position: "asc" },
      select: { code: true, max: true },
    });
    const names = await unitNames(tx, viewer);
    const units = [...Map.groupBy(figures, ({ kind, id }) => `${kind}-${id}`)].flatMap(([key, own]) => {
      const name = names.get(key);
      const stored = summaries.get(key);
      if (name === undefined || !own[0]) return [];
      const compared = compareAll(own, stored ? { ...stored, tasks, groups: null } : null);
      const { kind, id } = own[0];
      return [{ kind, id, name, figures: own.length, counts: countVerdicts(compared) }];
    });
    const level = { region: 0, municipality: 1, school: 2 };
    const order = [...names.keys()];
    units.sort(
      (a, b) =>
        Number((b.counts.differs ?? 0) > 0) - Number((a.counts.differs ?? 0) > 0) ||
        level[a.kind] - level[b.kind] ||
        order.indexOf(`${a.kind}-${a.id}`) - order.indexOf(`${b.kind}-${b.id}`),
    );
    return { work, units };
  });
}

/** Names of the units that the viewer may compare, by `kind-id`, in natural order. */
async function unitNames(tx: ReadTx, { scope }: Viewer): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ kind: string; id: number; name: string }[]>`
    SELECT 'school' AS kind, id, name COLLATE natural_order AS name FROM school
    UNION ALL SELECT 'municipality', id, name COLLATE natural_order FROM municipality m
      WHERE ${scope.kind} IN ('all', 'system') OR (${scope.kind} = 'municipality' AND id = ${scope.id}::int) OR (${scope.kind} = 'region' AND region_id = ${scope.id}::int)
    UNION ALL SELECT 'region', id, name COLLATE natural_order FROM region
      WHERE ${scope.kind} IN ('all', 'system') OR (${scope.kind} = 'region' AND id = ${scope.id}::int)
    ORDER BY name, id`;
  return new Map(rows.map(({ kind, id, name }) => [`${kind}-${id}`, name]));
}
