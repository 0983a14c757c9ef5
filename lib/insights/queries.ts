import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Summary } from "../statistics/summary.ts";
import { areaComparable, type Comparability, comparableYears } from "./rules.ts";
import type { Unit } from "./schema.ts";
import { type UnitPart, unitParts, unitSummary } from "./summary-reads.ts";
import { type NamedUnit, namedUnit } from "./units.ts";
import { type AnalysedWork, analysedWork, worksOf } from "./works.ts";

/** A neighbour to compare with: an area, never a named school. */
export interface ComparedArea {
  kind: "municipality" | "region";
  name: string;
  /** Null when there are no results, or so few schools that one could be told from the rest. */
  summary: Summary | null;
  reason: "noData" | "fewSchools" | null;
}

/** Where a school's results came from. */
export interface ResultSource {
  fileName: string;
  sha256: string;
  role: string;
  receivedAt: string;
  changedAt: string;
  version: number;
}

export interface Analysis {
  unit: NamedUnit;
  work: AnalysedWork;
  summary: Summary | null;
  schools: number;
  parts: UnitPart[];
  areas: ComparedArea[];
  /** The same subject and grade in other years, newest first, with whether the two may stand side by side. */
  otherYears: { work: AnalysedWork; comparability: Comparability; summary: Summary }[];
  source: ResultSource | null;
}

/** Everything a page of analysis shows for one unit and one work, from stored summaries only. */
export function getAnalysis(viewer: Viewer, unit: Unit, workId: number): Promise<Analysis> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const place = await namedUnit(tx, unit, viewer.scope);
    const work = found(await analysedWork(tx, workId));
    const own = await unitSummary(tx, unit, workId);
    return {
      unit: place,
      work,
      summary: own?.summary ?? null,
      schools: own?.schools ?? 0,
      parts: await unitParts(tx, unit, workId),
      areas: await comparedAreas(tx, place, workId),
      otherYears: await otherYears(tx, unit, work),
      source: unit.kind === "school" ? await resultSource(tx, unit.id, workId) : null,
    };
  });
}

/** Works for which the unit has results, newest first. */
export function listUnitWorks(
  viewer: Viewer,
  unit: Unit,
): Promise<{ unit: NamedUnit; works: (AnalysedWork & { participants: number })[] }> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => ({
    unit: await namedUnit(tx, unit, viewer.scope),
    works: await worksOf(tx, unit),
  }));
}

async function comparedAreas(tx: ReadTx, place: NamedUnit, workId: number): Promise<ComparedArea[]> {
  const areas: ComparedArea[] = [];
  for (const kind of ["municipality", "region"] as const) {
    const area = place[kind];
    if (!area || place.kind === kind) continue;
    const stored = await unitSummary(tx, { kind, id: area.id, classLabel: null }, workId);
    const few = stored !== null && !areaComparable(stored.schools);
    areas.push({
      kind,
      name: area.name,
      summary: stored && !few ? stored.summary : null,
      reason: stored === null ? "noData" : few ? "fewSchools" : null,
    });
  }
  return areas;
}

async function otherYears(tx: ReadTx, unit: Unit, work: AnalysedWork): Promise<Analysis["otherYears"]> {
  const others = (await worksOf(tx, unit)).filter(
    (other) =>
      other.kind === work.kind &&
      other.subject === work.subject &&
      other.gradeTested === work.gradeTested &&
      other.year !== work.year,
  );
  const years: Analysis["otherYears"] = [];
  for (const other of others) {
    const stored = await unitSummary(tx, unit, other.id);
    if (stored)
      years.push({ work: other, comparability: comparableYears(work, other), summary: stored.summary });
  }
  return years;
}

async function resultSource(tx: ReadTx, schoolId: number, workId: number): Promise<ResultSource | null> {
  const set = await tx.resultSet.findUnique({ where: { schoolId_workId: { schoolId, workId } } });
  if (!set) return null;
  return {
    fileName: set.sourceName,
    sha256: set.sourceSha256,
    role: set.sourceRole,
    receivedAt: set.receivedAt.toISOString(),
    changedAt: set.changedAt.toISOString(),
    version: set.version,
  };
}
