import { countSensitivity, groupSensitivity } from "#lib/statistics/disclosure/primary.ts";
import type { Cell, Equation, Table } from "#lib/statistics/disclosure/table.ts";
import { readRecords } from "#tests/support/district.ts";

const COLUMNS = ["n", "m2", "m3", "m4", "m5"] as const;

/**
 * The three linked tables of tests/fixtures/own/tables.csv (schools × subjects × marks, with all margins), with the
 * reference's primary rule: counts 1–4, and all cells of a group below 10.
 */
export function marksTables(): Table {
  const records = readRecords("tables.csv");
  const id = (municipality: string, school: string, subject: string, column: string) =>
    [municipality, school, subject, column].join("|");
  const rule = { leastBase: 10, leastCount: 5, unanimousBelow: 0 };
  const cells: Cell[] = records.flatMap((row) =>
    COLUMNS.map((column) => {
      const value = Number(row[column]);
      const n = Number(row.n);
      const why = column === "n" ? groupSensitivity(n, rule) : countSensitivity(value, n, rule);
      return { id: id(row.municipality!, row.school!, row.subject!, column), value, sensitive: why !== null };
    }),
  );
  const equations: Equation[] = [];
  const subjects = [...new Set(records.map((row) => row.subject!))].filter((subject) => subject !== "ALL");
  const municipalities = [...new Set(records.map((row) => row.municipality!))].filter(
    (name) => name !== "ALL",
  );
  for (const { municipality, school, subject } of records as {
    municipality: string;
    school: string;
    subject: string;
  }[]) {
    const at = (column: string) => id(municipality, school, subject, column);
    equations.push({ total: at("n"), parts: COLUMNS.slice(1).map(at) });
    for (const column of COLUMNS) {
      if (subject === "ALL") {
        equations.push({
          total: at(column),
          parts: subjects.map((each) => id(municipality, school, each, column)),
        });
      }
      if (school === "ALL" && municipality !== "ALL") {
        const schools = records.filter((row) => row.municipality === municipality && row.subject === subject);
        const parts = schools.map((row) => row.school!).filter((name) => name !== "ALL");
        equations.push({
          total: at(column),
          parts: parts.map((name) => id(municipality, name, subject, column)),
        });
      }
      if (municipality === "ALL") {
        equations.push({
          total: at(column),
          parts: municipalities.map((name) => id(name, "ALL", subject, column)),
        });
      }
    }
  }
  return { cells, equations };
}
