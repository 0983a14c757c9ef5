import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { type FactUse, factUses } from "./fact-uses.ts";
import { readLines } from "./line-reads.ts";
import {
  isOfKind,
  partsOf,
  periodOf,
  periodOfDays,
  type ValuePeriod,
  wholeYear,
  type YearPart,
} from "./period.ts";
import { readRows, type SourceRow } from "./row-reads.ts";
import { type NamedValueUnit, namedUnit, type ValueUnit } from "./unit.ts";
import { neverComputed, type ValueLine, type ValueView } from "./value-view.ts";

export interface VersionFacts {
  version: number;
  effectiveFrom: string;
  numerator: string | null;
  denominator: string | null;
  condition: string | null;
  aggregation: string;
  code: string;
}

export interface YearValue extends Pick<ValueView, "value" | "numerator" | "denominator"> {
  schoolYear: number;
  part: YearPart;
}

/** A part of the school year with its value beside its plan. */
export interface PartValue {
  period: ValuePeriod;
  line: ValueLine;
}

export interface IndicatorValuePage {
  unit: NamedValueUnit;
  schoolYear: number;
  period: ValuePeriod;
  line: ValueLine;
  /** All parts of the school year where the indicator has such; empty for a yearly one. */
  parts: PartValue[];
  version: VersionFacts;
  /** When it became what it is, and by what; null: never computed. */
  made: { at: Date; origin: string } | null;
  history: YearValue[];
  /** The same of the area above, which names no school. */
  peer: { kind: "municipality" | "region"; history: YearValue[] } | null;
  basis: { citation: string; regulationId: number | null; clauseKey: string | null }[];
  /** What the formula asked for; empty for areas. */
  facts: FactUse[];
  rows: SourceRow[];
  /** Schools behind an area's value. */
  schools: (ValueView & { id: number; name: string })[];
}

/** One value with everything that it was made of: facts, rows, schools, version, clause, people. */
export function getIndicatorValue(
  viewer: Viewer,
  indicatorId: number,
  asked: ValueUnit,
  schoolYear: number,
  part: YearPart = wholeYear,
): Promise<IndicatorValuePage> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const unit = await namedUnit(tx, viewer, asked);
    const [first] = await readLines(tx, unit, schoolYear, [indicatorId], part);
    const line = found(first);
    const period = periodOf(schoolYear, line.part);
    const { versionId } = line;
    const [version] = await tx.$queryRaw<VersionFacts[]>`
      SELECT v.version, v.effective_from::text AS "effectiveFrom", v.numerator, v.denominator, v.condition, v.aggregation, i.code
      FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id WHERE v.id = ${versionId}`;
    const [made] = await tx.$queryRaw<{ at: Date; origin: string }[]>`
      SELECT computed_at AS at, origin FROM indicator_value
      WHERE unit_kind = ${unit.kind} AND unit_id = ${unit.id} AND indicator_id = ${indicatorId} AND period_start = ${period.start}::date AND period_end = ${period.end}::date`;
    const above = aboveOf(unit);
    const texts = found(version);
    const facts = unit.kind === "school" ? await factUses(tx, unit.id, period, texts) : [];
    return {
      ...{ unit, schoolYear, period, line, version: texts, made: made ?? null },
      parts: await partsBeside(tx, unit, schoolYear, line),
      history: await historyOf(tx, unit.kind, unit.id, line),
      peer: above && { kind: above.kind, history: await historyOf(tx, above.kind, above.id, line) },
      basis: await tx.$queryRaw`
        SELECT citation, regulation_id AS "regulationId", clause_key AS "clauseKey" FROM indicator_basis WHERE indicator_id = ${indicatorId} ORDER BY id`,
      facts,
      rows: unit.kind === "school" ? await readRows(tx, unit.id, period, facts) : [],
      schools: await schoolsBehind(tx, unit, indicatorId, period),
    };
  });
}

function aboveOf({ kind, municipalityId, regionId }: NamedValueUnit) {
  if (kind === "school" && municipalityId !== null)
    return { kind: "municipality" as const, id: municipalityId };
  return kind === "municipality" ? { kind: "region" as const, id: regionId } : null;
}

async function partsBeside(
  tx: ReadTx,
  unit: NamedValueUnit,
  schoolYear: number,
  { indicatorId, period }: ValueLine,
): Promise<PartValue[]> {
  const parts = partsOf(period);
  if (parts.length < 2) return [];
  const found: PartValue[] = [];
  for (const part of parts) {
    const [line] = await readLines(tx, unit, schoolYear, [indicatorId], part);
    // A part that was never computed has no line of its own: the newest one would stand in its place.
    const at = periodOf(schoolYear, part);
    if (line)
      found.push({
        period: at,
        line: line.part === part ? line : { ...line, ...neverComputed, part, level: null },
      });
  }
  return found;
}

/** Values of the same kind of period, in order of time. */
async function historyOf(tx: ReadTx, kind: string, id: number, line: ValueLine): Promise<YearValue[]> {
  const rows = await tx.$queryRaw<
    (Omit<YearValue, "schoolYear" | "part"> & { start: string; end: string })[]
  >`
    SELECT period_start::text AS start, period_end::text AS end, value, numerator, denominator FROM indicator_value
    WHERE unit_kind = ${kind} AND unit_id = ${id} AND indicator_id = ${line.indicatorId} ORDER BY period_start`;
  return rows.flatMap(({ start, end, ...value }) => {
    const { schoolYear, part } = periodOfDays(start, end);
    return isOfKind(part, line.period) ? [{ ...value, schoolYear, part }] : [];
  });
}

/** By name: schools are never ordered by results. */
function schoolsBehind(
  tx: ReadTx,
  unit: NamedValueUnit,
  indicatorId: number,
  { start, end }: ValuePeriod,
): Promise<IndicatorValuePage["schools"]> {
  if (unit.kind === "school") return Promise.resolve([]);
  return tx.$queryRaw`
    SELECT s.id, s.name, v.state, v.value, v.numerator, v.denominator, v.reason, v.missing, v.schools, v.schools_due AS "schoolsDue"
    FROM school s JOIN municipality m ON m.id = s.municipality_id
    JOIN indicator_value v ON v.unit_kind = 'school' AND v.unit_id = s.id AND v.period_start = ${start}::date AND v.period_end = ${end}::date AND v.indicator_id = ${indicatorId}
    WHERE CASE ${unit.kind} WHEN 'region' THEN m.region_id ELSE m.id END = ${unit.id}
    ORDER BY s.name COLLATE natural_order, s.id`;
}
