import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { type FactUse, factUses } from "./fact-uses.ts";
import { readLines } from "./line-reads.ts";
import { schoolYearOf } from "./period.ts";
import { readRows, type SourceRow } from "./row-reads.ts";
import { type NamedValueUnit, namedUnit, type ValueUnit } from "./unit.ts";
import type { ValueLine, ValueView } from "./value-view.ts";

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
}

export interface IndicatorValuePage {
  unit: NamedValueUnit;
  schoolYear: number;
  line: ValueLine;
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
): Promise<IndicatorValuePage> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const unit = await namedUnit(tx, viewer, asked);
    const [line] = await readLines(tx, unit, schoolYear, [indicatorId]);
    const { start } = schoolYearOf(schoolYear);
    const { versionId } = found(line);
    const [version] = await tx.$queryRaw<VersionFacts[]>`
      SELECT v.version, v.effective_from::text AS "effectiveFrom", v.numerator, v.denominator, v.condition, v.aggregation, i.code
      FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id WHERE v.id = ${versionId}`;
    const [made] = await tx.$queryRaw<{ at: Date; origin: string }[]>`
      SELECT computed_at AS at, origin FROM indicator_value
      WHERE unit_kind = ${unit.kind} AND unit_id = ${unit.id} AND indicator_id = ${indicatorId} AND period_start = ${start}::date`;
    const above = aboveOf(unit);
    const texts = found(version);
    const facts = unit.kind === "school" ? await factUses(tx, unit.id, schoolYear, texts) : [];
    return {
      ...{ unit, schoolYear, line: found(line), version: texts, made: made ?? null },
      history: await historyOf(tx, unit.kind, unit.id, indicatorId),
      peer: above && { kind: above.kind, history: await historyOf(tx, above.kind, above.id, indicatorId) },
      basis: await tx.$queryRaw`
        SELECT citation, regulation_id AS "regulationId", clause_key AS "clauseKey" FROM indicator_basis WHERE indicator_id = ${indicatorId} ORDER BY id`,
      facts,
      rows: unit.kind === "school" ? await readRows(tx, unit.id, schoolYear, facts) : [],
      schools: await schoolsBehind(tx, unit, indicatorId, start),
    };
  });
}

function aboveOf({ kind, municipalityId, regionId }: NamedValueUnit) {
  if (kind === "school" && municipalityId !== null)
    return { kind: "municipality" as const, id: municipalityId };
  return kind === "municipality" ? { kind: "region" as const, id: regionId } : null;
}

function historyOf(tx: ReadTx, kind: string, id: number, indicatorId: number): Promise<YearValue[]> {
  return tx.$queryRaw`
    SELECT extract(year FROM period_start)::int AS "schoolYear", value, numerator, denominator FROM indicator_value
    WHERE unit_kind = ${kind} AND unit_id = ${id} AND indicator_id = ${indicatorId} ORDER BY period_start`;
}

/** By name: schools are never ordered by results. */
function schoolsBehind(
  tx: ReadTx,
  unit: NamedValueUnit,
  indicatorId: number,
  start: string,
): Promise<IndicatorValuePage["schools"]> {
  if (unit.kind === "school") return Promise.resolve([]);
  return tx.$queryRaw`
    SELECT s.id, s.name, v.state, v.value, v.numerator, v.denominator, v.reason, v.missing, v.schools, v.schools_due AS "schoolsDue"
    FROM school s JOIN municipality m ON m.id = s.municipality_id
    JOIN indicator_value v ON v.unit_kind = 'school' AND v.unit_id = s.id AND v.period_start = ${start}::date AND v.indicator_id = ${indicatorId}
    WHERE CASE ${unit.kind} WHEN 'region' THEN m.region_id ELSE m.id END = ${unit.id}
    ORDER BY s.name COLLATE natural_order, s.id`;
}
