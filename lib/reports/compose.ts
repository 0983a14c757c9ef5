import { unitSummary } from "../insights/summary-reads.ts";
import { analysedWork } from "../insights/works.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { found } from "../platform/errors.ts";
import type { Figure } from "../platform/format/figure.ts";
import { type SummaryColumns, toSummary } from "../results/summary-row.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import { type Counts, countsOf, type Measure, measures } from "./measures.ts";
import { cellId, decideRelease, type Ledger, type ReleaseUnit } from "./release.ts";
import type { PublishedUnit, PublishedWork, Snapshot } from "./snapshot.ts";

export interface ReportRecord {
  id: number;
  unitKind: string;
  schoolId: number | null;
  municipalityId: number | null;
  regionId: number | null;
  year: number;
  title: string;
  foreword: string;
  workIds: number[];
}

/** A cell that goes into the ledger; null = hidden. */
export interface LedgerCell {
  unitKind: string;
  unitId: number;
  workId: number;
  measure: Measure;
  value: number | null;
}

export interface Composed {
  emptyWorks: string[];
  worksWithoutScale: string[];
  uncheckedWorks: string[];
  markDifferences: number;
  exposed: number;
  snapshot: Snapshot;
  cells: LedgerCell[];
}

interface Place {
  kind: "school" | "municipality" | "region";
  id: number;
  name: string;
}

/**
 * Composes what an edition of this report would show now. The caller gives a transaction of the portal itself: deciding
 * what may be shown needs the numbers of the neighbours, of which nothing but "hide this cell" comes out.
 */
export async function compose(tx: ReadTx, report: ReportRecord): Promise<Composed> {
  const { unit, places } = await placesOf(tx, report);
  const composed: Omit<Composed, "snapshot"> = {
    emptyWorks: [],
    worksWithoutScale: [],
    uncheckedWorks: [],
    markDifferences: 0,
    exposed: 0,
    cells: [],
  };
  const works: PublishedWork[] = [];
  for (const workId of report.workIds) {
    const work = found(await analysedWork(tx, workId));
    const own = places[0] ? await unitSummary(tx, { ...places[0], classLabel: null }, workId) : null;
    if (!own) {
      composed.emptyWorks.push(work.code);
      continue;
    }
    if (!work.scale) composed.worksWithoutScale.push(work.code);
    if (work.origin === "file") composed.uncheckedWorks.push(work.code);
    composed.markDifferences += own.summary.markDifferences;
    const units = await releaseUnits(tx, places, workId);
    const { hidden, exposed } = decideRelease(units, await ledgerOf(tx, workId));
    composed.exposed += exposed.length;
    const { code, kind, year, season, subject, gradeTested, level, maxScore } = work;
    const shown = places.flatMap((place) => {
      const counts = units.find((candidate) => candidate.key === keyOf(place))?.counts;
      return counts ? [{ place, counts }] : [];
    });
    for (const { place, counts } of shown) composed.cells.push(...ledgerCells(place, workId, counts, hidden));
    works.push({
      code,
      kind,
      year,
      season,
      subject,
      gradeTested,
      level,
      maxScore,
      units: shown.map(({ place, counts }) => published(place, counts, hidden, maxScore)),
    });
  }
  return {
    ...composed,
    snapshot: {
      format: 1,
      unit,
      year: report.year,
      title: report.title,
      foreword: report.foreword,
      least: 10,
      works,
    },
  };
}

const keyOf = (place: { kind: string; id: number }) => `${place.kind}-${place.id}`;

/** The unit itself and the areas that it is compared with. */
async function placesOf(
  tx: ReadTx,
  report: ReportRecord,
): Promise<{ unit: Snapshot["unit"]; places: Place[] }> {
  const region = found(await tx.region.findUnique({ where: { id: report.regionId ?? 0 } }));
  const municipality =
    report.municipalityId === null
      ? null
      : await tx.municipality.findUnique({ where: { id: report.municipalityId } });
  const school =
    report.schoolId === null ? null : await tx.school.findUnique({ where: { id: report.schoolId } });
  const places: Place[] = [];
  if (school) places.push({ kind: "school", id: school.id, name: school.name });
  if (municipality) places.push({ kind: "municipality", id: municipality.id, name: municipality.name });
  places.push({ kind: "region", id: region.id, name: region.name });
  const [own] = places;
  if (!own) throw new Error("A report is about a unit");
  return {
    unit: {
      kind: own.kind,
      name: own.name,
      slug: school?.slug ?? municipality?.slug ?? null,
      municipality: school ? (municipality?.name ?? null) : null,
      region: region.name,
    },
    places,
  };
}

/** Every unit whose numbers are linked to the shown ones by a sum: the shown, their brothers, and nothing further. */
async function releaseUnits(tx: ReadTx, places: readonly Place[], workId: number): Promise<ReleaseUnit[]> {
  const units = new Map<string, ReleaseUnit>();
  const shown = new Set(places.map(keyOf));
  const add = (kind: string, id: number, parent: string | null, counts: Counts) => {
    const key = `${kind}-${id}`;
    units.set(key, { key, parent, counts, shown: shown.has(key) });
  };
  const region = places.find((place) => place.kind === "region");
  const municipality = places.find((place) => place.kind === "municipality");
  if (region) {
    const own = await unitSummary(tx, { kind: "region", id: region.id, classLabel: null }, workId);
    if (own) add("region", region.id, null, countsOf(own.summary));
    const areas = await tx.$queryRaw<(SummaryColumns & { area_id: number })[]>`
      SELECT a.* FROM area_summary a JOIN municipality m ON m.id = a.area_id
      WHERE a.area_kind = 'municipality' AND m.region_id = ${region.id} AND a.work_id = ${workId} AND a.schools > 0 ORDER BY a.area_id`;
    for (const area of areas) add("municipality", area.area_id, keyOf(region), countsOf(toSummary(area)));
  }
  if (municipality) {
    const schools = await tx.$queryRaw<(SummaryColumns & { school_id: number })[]>`
      SELECT s.* FROM summary s JOIN school c ON c.id = s.school_id
      WHERE c.municipality_id = ${municipality.id} AND s.work_id = ${workId} AND s.class_label = ${wholeSchool} ORDER BY s.school_id`;
    for (const school of schools)
      add("school", school.school_id, keyOf(municipality), countsOf(toSummary(school)));
  }
  return [...units.values()];
}

/** The newest public value of every cell of this work; a withdrawn edition has been seen and counts as well. */
async function ledgerOf(tx: ReadTx, workId: number): Promise<Ledger> {
  const cells = await tx.$queryRaw<{ unit_kind: string; unit_id: number; measure: Measure; value: number }[]>`
    SELECT DISTINCT ON (c.unit_kind, c.unit_id, c.measure) c.unit_kind, c.unit_id, c.measure, c.value
    FROM published_cell c JOIN report_version v ON v.report_id = c.report_id AND v.version = c.version
    WHERE c.work_id = ${workId} AND c.value IS NOT NULL ORDER BY c.unit_kind, c.unit_id, c.measure, v.published_at DESC`;
  return new Map(
    cells.map((cell) => [cellId(`${cell.unit_kind}-${cell.unit_id}`, cell.measure), cell.value]),
  );
}

function ledgerCells(
  place: Place,
  workId: number,
  counts: Counts,
  hidden: ReadonlySet<string>,
): LedgerCell[] {
  return measures.map((measure) => ({
    unitKind: place.kind,
    unitId: place.id,
    workId,
    measure,
    value: hidden.has(cellId(keyOf(place), measure)) ? null : counts[measure],
  }));
}

function published(
  place: Place,
  counts: Counts,
  hidden: ReadonlySet<string>,
  maxScore: number,
): PublishedUnit {
  const figure = (measure: Measure): Figure =>
    hidden.has(cellId(keyOf(place), measure))
      ? { kind: "tooFew" }
      : { kind: "value", value: counts[measure] };
  const completion: Figure =
    figure("score").kind !== "value" || figure("n").kind !== "value"
      ? { kind: "tooFew" }
      : counts.n === 0
        ? { kind: "absent" }
        : { kind: "value", value: Math.round((100 * counts.score) / (counts.n * maxScore)) };
  return {
    kind: place.kind,
    name: place.name,
    counts: {
      n: figure("n"),
      "2": figure("2"),
      "3": figure("3"),
      "4": figure("4"),
      "5": figure("5"),
      low: figure("low"),
      high: figure("high"),
    },
    completionPercent: completion,
  };
}
