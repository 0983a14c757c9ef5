import type { ReadTx } from "../../platform/access/as-viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { RefusedError } from "../../platform/errors.ts";
import { type BankCell, type BankQuestion, type BankTable, mostCells } from "./bank.ts";
import { readLines } from "./line-reads.ts";
import { partsOf, periodOf, type ValuePeriod } from "./period.ts";
import { type NamedValueUnit, namedUnit, type ValueUnit } from "./unit.ts";
import type { ValueLine } from "./value-view.ts";

/** Composes a table of the bank for who asks: rows that are out of scope are simply not there. */
export async function readBank(
  tx: ReadTx,
  viewer: Viewer,
  unit: ValueUnit,
  question: BankQuestion,
): Promise<BankTable> {
  const named = await namedUnit(tx, viewer, unit);
  const years = await yearsFor(tx, named, question.years);
  const { period = "year" } = question;
  const lines = (await readLines(tx, named, years.at(-1) ?? 2000)).filter(
    (line) => (line.period === "once" ? "year" : line.period) === period,
  );
  const chosen = chosenLines(lines, question.codes, years);
  const columns = years.flatMap((year) => partsOf(period).map((part) => periodOf(year, part)));
  const units = [
    { kind: named.kind, id: named.id, name: named.name },
    ...(question.units === "below" ? await below(tx, named) : []),
  ];
  const count = units.length * chosen.length * columns.length;
  if (count > mostCells) throw new RefusedError("invalid", "indicatorValues.bank.too", { count });
  const values = await readCells(tx, units, chosen, columns);
  return {
    ...{ unitName: named.name, units, years, rows: question.rows },
    ...(period === "year" ? {} : { periods: columns.map(({ schoolYear, part }) => ({ schoolYear, part })) }),
    indicators: chosen.map(({ code, name, nameUk, unit: of, decimals }) => ({
      code,
      name,
      nameUk,
      unit: of,
      decimals,
    })),
    cells: units.map(({ kind, id }) =>
      chosen.map(({ indicatorId }) =>
        columns.map(
          ({ start, end }) =>
            values.get(`${kind}:${id}:${indicatorId}:${start}:${end}`) ?? { value: null, reason: "missing" },
        ),
      ),
    ),
  };
}

/** Indicators of the asked codes; without any, those that the unit has adopted and that have a value in some year of the table. */
function chosenLines(
  lines: readonly ValueLine[],
  codes: readonly string[],
  years: readonly number[],
): ValueLine[] {
  if (codes.length > 0)
    return codes.flatMap((code) => lines.filter((line) => line.code === code).slice(0, 1));
  const known = lines.filter(({ history }) =>
    history.some(({ schoolYear, value }) => value !== null && years.includes(schoolYear)),
  );
  const adopted = known.filter((line) => line.adopted);
  if (adopted.length > 0) return adopted.slice(0, 30);
  return known.filter(({ family }) => family === "results").slice(0, 12);
}

async function yearsFor(
  tx: ReadTx,
  { kind, id }: NamedValueUnit,
  asked: readonly number[],
): Promise<number[]> {
  if (asked.length > 0) return [...new Set(asked)].sort((a, b) => a - b);
  const rows = await tx.$queryRaw<{ year: number }[]>`
    SELECT extract(year FROM period_start - interval '8 months')::int AS year FROM indicator_value
    WHERE unit_kind = ${kind} AND unit_id = ${id} AND state = 'value' GROUP BY 1 ORDER BY 1 DESC LIMIT 3`;
  return rows.map(({ year }) => year).sort((a, b) => a - b);
}

function below(tx: ReadTx, { kind, id }: NamedValueUnit): Promise<BankTable["units"]> {
  if (kind === "school") return Promise.resolve([]);
  return kind === "region"
    ? tx.$queryRaw`SELECT 'municipality' AS kind, id, name FROM municipality WHERE region_id = ${id} ORDER BY name COLLATE natural_order, id`
    : tx.$queryRaw`SELECT 'school' AS kind, id, name FROM school WHERE municipality_id = ${id} ORDER BY name COLLATE natural_order, id`;
}

async function readCells(
  tx: ReadTx,
  units: BankTable["units"],
  lines: readonly ValueLine[],
  columns: readonly ValuePeriod[],
): Promise<Map<string, BankCell>> {
  const rows = await tx.$queryRaw<(BankCell & { key: string })[]>`
    SELECT v.unit_kind || ':' || v.unit_id || ':' || v.indicator_id || ':' || v.period_start || ':' || v.period_end AS key, v.value, v.reason
    FROM unnest(${units.map(({ kind }) => kind)}::text[], ${units.map(({ id }) => id)}::int[]) AS u(kind, id)
    JOIN indicator_value v ON v.unit_kind = u.kind AND v.unit_id = u.id AND v.period_start = ANY (${columns.map(({ start }) => start)}::date[])
      AND v.indicator_id = ANY (${lines.map(({ indicatorId }) => indicatorId)}::int[])`;
  return new Map(rows.map(({ key, value, reason }) => [key, { value, reason }]));
}
