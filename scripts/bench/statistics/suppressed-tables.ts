import type { Cell, Equation, Table } from "#lib/statistics/disclosure/table.ts";
import { scatter } from "../scatter.ts";

const LEAST_GROUP = 10;
const LEAST_COUNT = 10;
/** About how the marks «2» to «5» are spread. */
const MARKS = [0.12, 0.34, 0.36, 0.18] as const;
const COLUMNS = ["n", "m2", "m3", "m4", "m5"] as const;

/** Tables of two groups × three categories with their margins, 12 cells each, which nothing links. */
export function smallTables(count: number): Table {
  const cells: Cell[] = [];
  const equations: Equation[] = [];
  for (let block = 0; block < count; block++) {
    const id = (row: number, column: number) => `table-${block}|row-${row}|column-${column}`;
    const values: number[] = [];
    for (let row = 0; row < 2; row++) {
      let sum = 0;
      for (let column = 0; column < 3; column++) {
        const value = Math.floor(scatter(block, row, column) * scatter(block, row, column, 1) * 40);
        values.push(value);
        sum += value;
      }
      values.push(sum);
    }
    for (let column = 0; column < 4; column++) values.push(values[column]! + values[4 + column]!);
    values.forEach((value, i) => {
      cells.push({ id: id(Math.floor(i / 4), i % 4), value, sensitive: value > 0 && value < LEAST_COUNT });
    });
    for (let row = 0; row < 3; row++)
      equations.push({ total: id(row, 3), parts: [0, 1, 2].map((column) => id(row, column)) });
    for (let column = 0; column < 4; column++)
      equations.push({ total: id(2, column), parts: [0, 1].map((row) => id(row, column)) });
  }
  return { cells, equations };
}

/** Schools × three subjects × marks, with totals of municipalities and of the region: all in one piece. */
export function regionTables(municipalities: number, schools: number): Table {
  return hierarchy(municipalities, schools, 3, (municipality, school) =>
    Math.floor(3 + 120 * scatter(municipality, school) * scatter(municipality, school, 1)),
  );
}

/** Classes × subjects × marks of one school; its two halves stand for the municipalities. */
export function schoolTables(classes: number, subjects: number): Table {
  return hierarchy(2, classes / 2, subjects, (half, room) => 18 + Math.floor(12 * scatter(half, room)));
}

function hierarchy(
  areas: number,
  units: number,
  subjects: number,
  sizeOf: (area: number, unit: number) => number,
): Table {
  const taught = Array.from({ length: subjects }, (_, subject) => `s${subject}`);
  const values = new Map<string, number>();
  const add = (id: string, value: number) => values.set(id, (values.get(id) ?? 0) + value);
  const id = (area: string, unit: string, subject: string, column: string) =>
    `${area}|${unit}|${subject}|${column}`;
  const places: [area: string, unit: string][] = [["ALL", "ALL"]];
  for (let area = 0; area < areas; area++) {
    places.push([`a${area}`, "ALL"]);
    for (let unit = 0; unit < units; unit++) {
      places.push([`a${area}`, `u${unit}`]);
      const size = sizeOf(area, unit);
      taught.forEach((subject, s) => {
        MARKS.forEach((share, mark) => {
          const value = Math.floor(size * share * (0.5 + scatter(area, unit, s, mark)));
          for (const [in1, in2] of [
            [`a${area}`, `u${unit}`],
            [`a${area}`, "ALL"],
            ["ALL", "ALL"],
          ] as const)
            for (const under of [subject, "ALL"])
              for (const column of [COLUMNS[mark + 1]!, "n"]) add(id(in1, in2, under, column), value);
        });
      });
    }
  }
  const isTelling = (at: string, value: number) => {
    const group = values.get(`${at.slice(0, at.lastIndexOf("|"))}|n`)!;
    return (group > 0 && group < LEAST_GROUP) || (value > 0 && value < LEAST_COUNT);
  };
  return {
    cells: [...values].map(([at, value]) => ({ id: at, value, sensitive: isTelling(at, value) })),
    equations: places.flatMap(([area, unit]) =>
      [...taught, "ALL"].flatMap((subject) => [
        {
          total: id(area, unit, subject, "n"),
          parts: COLUMNS.slice(1).map((column) => id(area, unit, subject, column)),
        },
        ...COLUMNS.flatMap((column): Equation[] => {
          const total = id(area, unit, subject, column);
          const sums: Equation[] = [];
          if (subject === "ALL")
            sums.push({ total, parts: taught.map((one) => id(area, unit, one, column)) });
          if (unit === "ALL" && area !== "ALL")
            sums.push({
              total,
              parts: Array.from({ length: units }, (_, i) => id(area, `u${i}`, subject, column)),
            });
          if (area === "ALL")
            sums.push({
              total,
              parts: Array.from({ length: areas }, (_, i) => id(`a${i}`, "ALL", subject, column)),
            });
          return sums;
        }),
      ]),
    ),
  };
}
