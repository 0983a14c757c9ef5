import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { levelOf } from "../rules.ts";
import { isUnit, units } from "../units.ts";
import type { Period } from "../vocabulary.ts";
import { versionOfYear } from "./definitions.ts";
import { factKey } from "./fact-reads.ts";
import {
  inTime,
  partsOf,
  periodOf,
  periodOfDays,
  schoolYearOf,
  type ValuePeriod,
  wholeYear,
  type YearPart,
} from "./period.ts";
import type { NamedValueUnit } from "./unit.ts";
import { neverComputed, type ValueLine, type ValueView } from "./value-view.ts";

interface VersionRow {
  versionId: number;
  indicatorId: number;
  code: string;
  family: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  name: string;
  nameUk: string;
  unit: string;
  decimals: number;
  direction: string;
  performer: string;
  period: Period;
  adopted: boolean;
}

interface ValueRow extends ValueView {
  indicatorId: number;
  versionId: number;
  start: string;
  end: string;
}

/**
 * Lines of a unit for a school year, in the order of the catalogue; four statements whatever the unit. `indicatorIds` narrows
 * them. An indicator that is measured by parts of the year stands with the part that is asked for, else with the newest that
 * has a value.
 */
export async function readLines(
  tx: ReadTx,
  unit: NamedValueUnit,
  schoolYear: number,
  indicatorIds: readonly number[] | null = null,
  asked: YearPart = wholeYear,
): Promise<ValueLine[]> {
  const only = indicatorIds === null ? null : [...indicatorIds];
  const versions = await readVersionRows(tx, unit, only);
  const values = await readValueRows(tx, unit, only);
  const borders = await readBorders(tx, unit, schoolYear, only);
  const targets = await readTargets(tx, unit, schoolYear);
  const lastDay = schoolYearOf(schoolYear).end;
  const placed = values.map(({ start, end, ...value }) => ({ ...value, at: periodOfDays(start, end) }));
  const byIndicator = Map.groupBy(placed, ({ indicatorId }) => indicatorId);
  const years = [...new Set(placed.map(({ at }) => at.schoolYear))].sort((a, b) => a - b);
  return [...Map.groupBy(versions, ({ indicatorId }) => indicatorId).values()].flatMap(
    (list): ValueLine[] => {
      const own = byIndicator.get(list[0]?.indicatorId ?? 0) ?? [];
      const ofYear = versionOfYear(list, lastDay);
      const parts = partsOf(ofYear?.period ?? "year");
      const here = chosenPart(
        own.filter(({ at }) => at.schoolYear === schoolYear && parts.includes(at.part)),
        asked,
      );
      const part = here?.at.part ?? (parts.includes(asked) ? asked : (parts[0] ?? wholeYear));
      // The version a value was made by stands beside it, even when another one holds today.
      const version = list.find(({ versionId }) => versionId === here?.versionId) ?? ofYear;
      if (!version || (isUnit(version.unit) && !units[version.unit].measured)) return [];
      const { effectiveFrom, effectiveTo, ...named } = version;
      const border = borders.get(version.indicatorId);
      const {
        indicatorId,
        at: _,
        versionId,
        ...value
      } = here ?? { ...neverComputed, indicatorId: 0, at: null, versionId: 0 };
      const known = new Map(own.map(({ at, value: number }) => [factKey(0, at.schoolYear, at.part), number]));
      return [
        {
          ...named,
          ...value,
          part,
          target: targetOf(targets, version, periodOf(schoolYear, part)),
          level: border && value.value !== null ? levelOf(value.value, border) : null,
          history: years.flatMap((year) =>
            parts.map((one) => ({
              ...{ schoolYear: year, part: one },
              value: known.get(factKey(0, year, one)) ?? null,
            })),
          ),
        },
      ];
    },
  );
}

/** The part that is asked for; else the newest with a value, else the newest that was computed. */
function chosenPart<V extends { at: ValuePeriod; value: number | null }>(
  rows: readonly V[],
  asked: YearPart,
): V | null {
  const newest = [...rows].sort((a, b) => inTime(b.at, a.at));
  return (
    newest.find(({ at }) => at.part === asked) ??
    newest.find(({ value }) => value !== null) ??
    newest[0] ??
    null
  );
}

/**
 * The plan of exactly this period. A part without its own has the year's, where that is a level to hold (a share, a score):
 * a count of the year is no count of its part, and it is not divided.
 */
function targetOf(
  targets: ReadonlyMap<string, number>,
  { indicatorId, unit }: VersionRow,
  { schoolYear, start, end }: ValuePeriod,
): number | null {
  const own = targets.get(`${indicatorId}:${start}:${end}`);
  if (own !== undefined) return own;
  const year = schoolYearOf(schoolYear);
  if (unit === "people" || unit === "pieces") return null;
  return targets.get(`${indicatorId}:${year.start}:${year.end}`) ?? null;
}

function readVersionRows(tx: ReadTx, unit: NamedValueUnit, only: number[] | null): Promise<VersionRow[]> {
  return tx.$queryRaw`
    SELECT v.id AS "versionId", i.id AS "indicatorId", i.code, i.family, v.effective_from::text AS "effectiveFrom", v.effective_to::text AS "effectiveTo",
      v.name, v.name_uk AS "nameUk", v.unit, v.decimals::int AS decimals, v.direction, v.performer, v.period,
      EXISTS (SELECT FROM indicator_adoption a WHERE a.indicator_id = i.id AND a.ended_on IS NULL
        AND (a.school_id = ${unit.schoolId}::int OR a.municipality_id = ${unit.municipalityId}::int OR a.region_id = ${unit.regionId})) AS adopted
    FROM indicator i JOIN indicator_version v ON v.indicator_id = i.id
    WHERE v.status = 'adopted' AND (${only}::int[] IS NULL OR i.id = ANY (${only}::int[]))
      AND (i.region_id IS NULL OR i.region_id = ${unit.regionId}) AND (i.municipality_id IS NULL OR i.municipality_id = ${unit.municipalityId}::int)
      AND (i.school_id IS NULL OR i.school_id = ${unit.schoolId}::int)
    ORDER BY array_position(ARRAY['content','conditions','processes','results','order1324','exams','noko','plan','own'], i.family), i.position, i.id, v.version`;
}

function readValueRows(tx: ReadTx, { kind, id }: NamedValueUnit, only: number[] | null): Promise<ValueRow[]> {
  return tx.$queryRaw`
    SELECT indicator_id AS "indicatorId", version_id AS "versionId", period_start::text AS start, period_end::text AS end,
      state, value, numerator, denominator, reason, missing, schools, schools_due AS "schoolsDue"
    FROM indicator_value WHERE unit_kind = ${kind} AND unit_id = ${id} AND (${only}::int[] IS NULL OR indicator_id = ANY (${only}::int[]))`;
}

/** Borders of levels: those of the nearest unit that has any, its newest that holds in the year. */
async function readBorders(tx: ReadTx, unit: NamedValueUnit, schoolYear: number, only: number[] | null) {
  const rows = await tx.$queryRaw<
    { indicatorId: number; optimal: number; sufficient: number; acceptable: number }[]
  >`
    SELECT DISTINCT ON (indicator_id) indicator_id AS "indicatorId", optimal, sufficient, acceptable FROM indicator_threshold
    WHERE effective_from <= ${schoolYearOf(schoolYear).end}::date AND (${only}::int[] IS NULL OR indicator_id = ANY (${only}::int[]))
      AND (num_nonnulls(region_id, municipality_id, school_id) = 0 OR region_id = ${unit.regionId} OR municipality_id = ${unit.municipalityId}::int OR school_id = ${unit.schoolId}::int)
    ORDER BY indicator_id, school_id NULLS LAST, municipality_id NULLS LAST, region_id NULLS LAST, effective_from DESC, version DESC`;
  return new Map(rows.map((row) => [row.indicatorId, row]));
}

async function readTargets(tx: ReadTx, { kind, id }: NamedValueUnit, schoolYear: number) {
  const { start, end } = schoolYearOf(schoolYear);
  const rows = await tx.$queryRaw<{ key: string; target: number }[]>`
    SELECT indicator_id || ':' || period_start || ':' || period_end AS key, target FROM indicator_target
    WHERE period_start BETWEEN ${start}::date AND ${end}::date
      AND CASE ${kind} WHEN 'school' THEN school_id WHEN 'municipality' THEN municipality_id ELSE region_id END = ${id}`;
  return new Map(rows.map(({ key, target }) => [key, target]));
}
