import { subjects } from "../assessments/subjects.ts";
import { type AnalysedWork, analysedWork } from "../insights/works.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Figure } from "../platform/format/figure.ts";
import { shareHalfUp } from "../platform/format/rounding.ts";
import { possiblePoints } from "../statistics/completion.ts";
import { PUBLIC_RULE } from "../statistics/disclosure/primary.ts";
import {
  countMissingSchools,
  placeKey,
  readHistory,
  readPlaces,
  readUnits,
  type ShownPlace,
  type UnitFacts,
} from "./compose-reads.ts";
import { type Counts, type Measure, measures } from "./measures.ts";
import { releaseBeside } from "./release-beside.ts";
import { cellId } from "./release-units.ts";
import type { DraftFacts } from "./rules.ts";
import type { PublishedUnit, PublishedWork } from "./snapshot.ts";

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

/** What an edition published now would be, and what there is to say against it. */
export interface Composed extends Omit<DraftFacts, "title" | "workIds" | "previous" | "note"> {
  cells: LedgerCell[];
}

/**
 * Composes what an edition of this report would show now. The caller gives a transaction of the portal itself: deciding
 * what may be shown needs the numbers of the neighbours, of which nothing but "hide this cell" comes out.
 */
export async function compose(tx: ReadTx, report: ReportRecord): Promise<Composed> {
  const { unit, own, areas } = await readPlaces(tx, report);
  const composed: Omit<Composed, "snapshot"> = {
    emptyWorks: [],
    worksWithoutScale: [],
    uncheckedWorks: [],
    markDifferences: 0,
    exposed: 0,
    missingSchools: 0,
    cells: [],
  };
  const works: PublishedWork[] = [];
  for (const work of await reportedWorks(tx, report.workIds)) {
    const released = await releaseWork(tx, work, report.regionId ?? 0, [own, ...areas]);
    if (!released) {
      composed.emptyWorks.push(work.code);
      continue;
    }
    if (!work.scale) composed.worksWithoutScale.push(work.code);
    if (work.origin === "file") composed.uncheckedWorks.push(work.code);
    composed.markDifferences += released.own.markDifferences;
    composed.exposed += released.exposed;
    composed.missingSchools = Math.max(composed.missingSchools, await countMissingSchools(tx, own, work));
    composed.cells.push(...released.cells);
    const { code, year, subject, gradeTested, gradeWriting, level, maxScore } = work;
    // Kinds and seasons are checked where works are written.
    const { kind, season } = work as Pick<PublishedWork, "kind" | "season">;
    works.push({
      ...{ code, kind, year, season, subject, gradeTested, gradeWriting, level, maxScore },
      schools: own.kind === "school" ? null : released.own.schools,
      units: released.units,
    });
  }
  const { year, title, foreword } = report;
  return {
    ...composed,
    snapshot: { format: 1, unit, year, title, foreword, least: PUBLIC_RULE.leastBase, works },
  };
}

async function reportedWorks(tx: ReadTx, workIds: readonly number[]): Promise<AnalysedWork[]> {
  const works: AnalysedWork[] = [];
  for (const id of workIds) {
    const work = await analysedWork(tx, id);
    if (work) works.push(work);
  }
  return inPageOrder(works);
}

/** Works as a report lists them: the newest year first, then by grade and by subject. */
export function inPageOrder<W extends AnalysedWork>(works: readonly W[]): W[] {
  const place = (work: W) => (subjects as readonly string[]).indexOf(work.subject);
  return [...works].sort(
    (a, b) => b.year - a.year || a.gradeTested - b.gradeTested || place(a) - place(b) || a.id - b.id,
  );
}

/** The numbers of one work that may be shown; null when the report's own unit has no results. */
async function releaseWork(
  tx: ReadTx,
  work: AnalysedWork,
  regionId: number,
  places: readonly ShownPlace[],
): Promise<{ units: PublishedUnit[]; cells: LedgerCell[]; own: UnitFacts; exposed: number } | null> {
  const { units, facts } = await readUnits(tx, regionId, work.id, new Set(places.map(placeKey)));
  const own = places[0] && facts.get(placeKey(places[0]));
  if (!own) return null;
  const { hidden, exposed } = await releaseBeside(units, await readHistory(tx, work.id));
  const released: PublishedUnit[] = [];
  const cells: LedgerCell[] = [];
  for (const place of places) {
    const key = placeKey(place);
    const counts = units.find((candidate) => candidate.key === key)?.counts;
    const fact = facts.get(key);
    if (!counts || !fact) continue;
    const isHidden = (measure: Measure) => hidden.has(cellId(key, measure));
    for (const measure of measures)
      cells.push({
        unitKind: place.kind,
        unitId: place.id,
        workId: work.id,
        measure,
        value: isHidden(measure) ? null : counts[measure],
      });
    released.push(publishedUnit(place, counts, isHidden, possiblePoints(fact.scored, work.maxScore)));
  }
  return { units: released, cells, own, exposed: exposed.length };
}

/** `greatest`: the sum of scores if everybody had solved everything. */
function publishedUnit(
  { kind, name }: ShownPlace,
  counts: Counts,
  isHidden: (measure: Measure) => boolean,
  greatest: number,
): PublishedUnit {
  const figure = (measure: Measure): Figure =>
    isHidden(measure) ? { kind: "tooFew" } : { kind: "value", value: counts[measure] };
  const percent = shareHalfUp(counts.score, greatest, 0);
  const completionPercent: Figure =
    isHidden("score") || isHidden("n")
      ? { kind: "tooFew" }
      : percent === null
        ? { kind: "absent" }
        : { kind: "value", value: percent };
  return {
    kind,
    name,
    counts: {
      n: figure("n"),
      "2": figure("2"),
      "3": figure("3"),
      "4": figure("4"),
      "5": figure("5"),
      low: figure("low"),
      high: figure("high"),
    },
    completionPercent,
  };
}
