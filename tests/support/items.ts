import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DifGroup } from "#lib/statistics/items/matched-answers.ts";
import { type ScoreMatrix, scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { type DistrictWork, districtRows, districtTasks, readRecords } from "./district.ts";
import { publicFolder } from "./expected.ts";

/** Points of the pupils who were present, in file order, with X as it stands. */
export function districtScores(work: DistrictWork): ScoreMatrix {
  return scoreMatrix(
    districtRows()
      .filter((row) => row.work === work && row.status === "present")
      .map((row) => row.items),
    districtTasks(work).map((task) => task.max),
  );
}

/** A file of tests/fixtures/own whose every column is an item. */
export function itemFile(name: "items.csv" | "partial-credit.csv"): ScoreMatrix {
  return scoreMatrix(readRecords(name).map((row) => Object.values(row).map(Number)));
}

/** A public file whose columns, but for row names, are items; null where the public data are absent. */
export function publicItemFile(name: "LSAT.csv" | "attitude.csv"): ScoreMatrix | null {
  const path = resolve(publicFolder, name);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").trimEnd().split("\n").slice(1);
  return scoreMatrix(lines.map((line) => line.split(",").map((cell) => Number(cell.replaceAll('"', "")))));
}

/** Boys as the reference and girls as the focal group, in the order of `districtScores`. */
export function districtGroups(work: DistrictWork): DifGroup[] {
  return readRecords("district.csv")
    .filter((row) => `${row.subject}${row.grade}` === work && row.status === "present")
    .map((row) => (row.sex === "м" ? "reference" : "focal"));
}
