import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Mark,
  type Summary,
  type SummaryRow,
  summarize,
  type WorkShape,
} from "#lib/statistics/summary.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";

/** A plain CSV without quotes or commas in cells, as the files of tests/fixtures/own are. */
export function readRecords(name: string): Record<string, string>[] {
  const text = readFileSync(resolve(import.meta.dirname, "../fixtures/own", name), "utf8");
  const [head, ...lines] = text.trimEnd().split("\n");
  const names = head!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? ""]));
  });
}

export const DISTRICT_WORKS = ["MA4", "RU4", "MA5", "RU5"] as const;
export type DistrictWork = (typeof DISTRICT_WORKS)[number];

export interface DistrictTask {
  readonly label: string;
  readonly max: number;
  readonly difficulty: "Б" | "П";
}

export interface DistrictRow extends SummaryRow {
  readonly work: DistrictWork;
  readonly municipality: string;
  readonly school: string;
}

const works = readRecords("works.csv");
const scale = readRecords("scale.csv");

/** The tasks of a work of the simulated district. */
export function districtTasks(work: DistrictWork): DistrictTask[] {
  return works
    .filter((row) => row.work === work)
    .map((row) => ({ label: row.label!, max: Number(row.max), difficulty: row.level as "Б" | "П" }));
}

export function districtShape(work: DistrictWork): WorkShape {
  const bands = scale.find((row) => row.work === work)!;
  return { maxScore: Number(bands.max), taskMaxima: districtTasks(work).map((task) => task.max) };
}

function markByScale(work: DistrictWork, score: number): Mark {
  const bands = scale.find((row) => row.work === work)!;
  if (score >= Number(bands.min5)) return 5;
  if (score >= Number(bands.min4)) return 4;
  return score >= Number(bands.min3) ? 3 : 2;
}

let rows: DistrictRow[] | null = null;

/** All rows of the simulated district as the check would hand them on. */
export function districtRows(): readonly DistrictRow[] {
  rows ??= readRecords("district.csv").map((row) => {
    const work = `${row.subject}${row.grade}` as DistrictWork;
    const present = row.status === "present";
    const items = districtTasks(work).map((_, i) => {
      const cell = row[`i${i + 1}`]!;
      if (cell === "X") return ITEM.notAttempted;
      return cell === "" ? ITEM.blank : Number(cell);
    });
    return {
      work,
      municipality: row.municipality!,
      school: row.school!,
      status: present ? "present" : "absent",
      items,
      totalPrinted: present ? Number(row.primary) : null,
      markFile: present ? (Number(row.mark) as Mark) : null,
      markScale: present ? markByScale(work, Number(row.primary)) : null,
      journal: row.journal_mark ? (Number(row.journal_mark) as Mark) : null,
    };
  });
  return rows;
}

/** Summaries of one work: of the whole district, and by municipality or school. */
export function districtSummary(work: DistrictWork): Summary {
  return summarize(
    districtRows().filter((row) => row.work === work),
    districtShape(work),
  );
}

export function districtSummaries(work: DistrictWork, by: "municipality" | "school"): Map<string, Summary> {
  const groups = Map.groupBy(
    districtRows().filter((row) => row.work === work),
    (row) => row[by],
  );
  return new Map([...groups].map(([key, group]) => [key, summarize(group, districtShape(work))]));
}
