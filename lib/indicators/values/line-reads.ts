import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { levelOf } from "../rules.ts";
import { isUnit, units } from "../units.ts";
import { versionOfYear } from "./definitions.ts";
import { schoolYearOf } from "./period.ts";
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
  adopted: boolean;
}

interface ValueRow extends ValueView {
  indicatorId: number;
  versionId: number;
  schoolYear: number;
}

/** Lines of a unit for a school year, in the order of the catalogue; four statements whatever the unit. `indicatorIds` narrows them. */
export async function readLines(
  tx: ReadTx,
  unit: NamedValueUnit,
  schoolYear: number,
  indicatorIds: readonly number[] | null = null,
): Promise<ValueLine[]> {
  const only = indicatorIds === null ? null : [...indicatorIds];
  const versions = await readVersionRows(tx, unit, only);
  const values = await readValueRows(tx, unit, only);
  const borders = await readBorders(tx, unit, schoolYear, only);
  const targets = await readTargets(tx, unit, schoolYear);
  const lastDay = schoolYearOf(schoolYear).end;
  const byIndicator = Map.groupBy(values, ({ indicatorId }) => indicatorId);
  const years = [...new Set(values.map((value) => value.schoolYear))].sort((a, b) => a - b);
  return [...Map.groupBy(versions, ({ indicatorId }) => indicatorId).values()].flatMap(
    (list): ValueLine[] => {
      const own = byIndicator.get(list[0]?.indicatorId ?? 0) ?? [];
      const here = own.find((value) => value.schoolYear === schoolYear);
      // The version a value was made by stands beside it, even when another one holds today.
      const version =
        list.find(({ versionId }) => versionId === here?.versionId) ?? versionOfYear(list, lastDay);
      if (!version || (isUnit(version.unit) && !units[version.unit].measured)) return [];
      const { effectiveFrom, effectiveTo, ...named } = version;
      const border = borders.get(version.indicatorId);
      const {
        indicatorId,
        schoolYear: _,
        versionId,
        ...value
      } = here ?? { ...neverComputed, indicatorId: 0, schoolYear, versionId: 0 };
      return [
        {
          ...named,
          ...value,
          target: targets.get(version.indicatorId) ?? null,
          level: border && value.value !== null ? levelOf(value.value, border) : null,
          history: years.map((year) => ({
            schoolYear: year,
            value: own.find((one) => one.schoolYear === year)?.value ?? null,
          })),
        },
      ];
    },
  );
}

function readVersionRows(tx: ReadTx, unit: NamedValueUnit, only: number[] | null): Promise<VersionRow[]> {
  return tx.$queryRaw`
    SELECT v.id AS "versionId", i.id AS "indicatorId", i.code, i.family, v.effective_from::text AS "effectiveFrom", v.effective_to::text AS "effectiveTo",
      v.name, v.name_uk AS "nameUk", v.unit, v.decimals::int AS decimals, v.direction, v.performer,
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
    SELECT indicator_id AS "indicatorId", version_id AS "versionId", extract(year FROM period_start)::int AS "schoolYear",
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
  const rows = await tx.$queryRaw<{ indicatorId: number; target: number }[]>`
    SELECT indicator_id AS "indicatorId", target FROM indicator_target
    WHERE period_start = ${schoolYearOf(schoolYear).start}::date
      AND CASE ${kind} WHEN 'school' THEN school_id WHEN 'municipality' THEN municipality_id ELSE region_id END = ${id}`;
  return new Map(rows.map(({ indicatorId, target }) => [indicatorId, target]));
}
