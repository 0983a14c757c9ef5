import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { bandsOf, type WorkFacts } from "#lib/assessments/rules.ts";
import { readWorkbook, type Workbook } from "#lib/platform/workbook/workbook.ts";
import { type CheckFacts, checkForm, type FormCheck } from "#lib/results/check.ts";
import type { SchoolFacts } from "#lib/results/check-schools.ts";
import type { FormReading } from "#lib/results/layouts/layout.ts";
import { recogniseLayout } from "#lib/results/layouts/recognise.ts";
import { matchWorks, type WorkMatch } from "#lib/results/match-works.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** A few of the sample files with their part of expected.json. */
export const COPIES = path.join(ROOT, "tests/fixtures/results-files");
/** All of them, where the collection stands beside the project. */
export const COLLECTION = path.resolve(ROOT, "../shared/reference/files");

interface ExpectedItem {
  label: string;
  n: number;
  sum: number;
  x: number;
  not_taught: number;
  blank: number;
  rejected: number;
}

export interface ExpectedWork {
  n: number;
  absent: number;
  totals: number;
  sum_primary: number;
  mean_primary: number | null;
  marks_file: Record<string, number> | null;
  marks_by_scale: Record<string, number>;
  previous_marks: Record<string, number>;
  classes: number;
  items: ExpectedItem[];
  by_school: Record<string, { n: number; absent: number; totals: number; sum: number }>;
}

/** One entry of expected.json, as far as the tests read it (its README explains every key). */
export interface ExpectedFile {
  file: string;
  letter: string;
  sheets: Record<string, { header_row: number; lines: ExpectedLines }>;
  works: { work: string; subject: string; grade: number; year: number; season?: string }[];
  given_by_loader: string[];
  schools: string[];
  rows: { taken: number; absent: number; held: number; code_only: number };
  cells: { x_latin: number; x_other: number; not_taught: number; blank_items: number; rejected: number };
  per_work: Record<string, ExpectedWork>;
  content: string;
  same_content_as?: string;
  differs_from?: string;
  auxiliary?: { cells: number };
  dirt_counts: Record<string, number>;
  dirt: { sheet: string; row: number; column: string; raw: string | number; kind: string }[];
}

interface ExpectedLines {
  total: number;
  taken: number;
  absent: number;
  held: number;
  code_only: number;
  not_data: Record<string, number>;
}

/** Entries of an expected.json whose names begin so (default: layouts A–F); an absent collection has none. */
export function expectedFiles(folder: string, names = /^(01|02|03|04|05|06|12)-/): ExpectedFile[] {
  const file = path.join(folder, "expected.json");
  if (!existsSync(file)) return [];
  const { files } = JSON.parse(readFileSync(file, "utf8")) as { files: ExpectedFile[] };
  return files.filter(({ file: name }) => names.test(name));
}

export function readSample(folder: string, file: string): Workbook {
  const outcome = readWorkbook(readFileSync(path.join(folder, file)), path.basename(file));
  if (!outcome.ok) throw new Error(`${file}: ${outcome.refusal.code}`);
  return outcome.workbook;
}

function csv(file: string): Record<string, string>[] {
  const lines = readFileSync(path.join(ROOT, "tests/fixtures/own", file), "utf8")
    .trim()
    .split("\n");
  const [head = [], ...rows] = lines.map((line) => line.split(","));
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ""])));
}

/** The four works of the simulated district, from works.csv and scale.csv. */
export function districtWorks(): WorkFacts[] {
  const tasks = csv("works.csv");
  return csv("scale.csv").map((scale, i): WorkFacts => {
    const own = tasks.filter((task) => task.work === scale.work);
    const limits = {
      min3: Number(scale.min3),
      min4: Number(scale.min4),
      min5: Number(scale.min5),
      max: Number(scale.max),
    };
    return {
      id: i + 1,
      code: scale.work ?? "",
      year: Number(scale.year),
      subject: scale.subject ?? "",
      gradeTested: Number(scale.grade),
      gradeWriting: Number(scale.grade),
      season: "spring",
      level: "base",
      maxScore: limits.max,
      tasks: own.map(({ label = "", max, level }) => ({
        code: label,
        max: Number(max),
        difficulty: level === "П" ? "П" : "Б",
      })),
      scale: { edition: 1, bands: bandsOf(limits) },
    };
  });
}

/** Forty-two schools of the district, all in scope, without lists of classes. */
export function districtSchools(): Map<string, SchoolFacts> {
  return new Map(
    Array.from({ length: 42 }, (_, i) => [String(970001 + i), { id: i + 1, name: "", classes: [] }] as const),
  );
}

export interface SampleCheck {
  reading: FormReading;
  matches: WorkMatch[];
  check: FormCheck;
}

/** Reads and checks a sample as a person of the whole district would, who states only what expected.json says is not in the file. */
export function checkSample(
  folder: string,
  expected: ExpectedFile,
  changes: Partial<CheckFacts> = {},
): SampleCheck {
  const book = readSample(folder, expected.file);
  const reading = recogniseLayout(book)?.read(book, path.basename(expected.file));
  if (!reading) throw new Error(`${expected.file}: no known form`);
  const stated = (what: string) => expected.given_by_loader.includes(what);
  const given = {
    ...(stated("year") ? { year: expected.works[0]?.year } : {}),
    ...(stated("school") ? { login: expected.schools[0]?.slice(3) } : {}),
  };
  const works = districtWorks().map((work) => {
    // In autumn the pupils of the next grade write the work of the grade before.
    const autumn = expected.works.some((own) => own.work === work.code && own.season === "autumn");
    return autumn ? { ...work, season: "autumn" as const, gradeWriting: work.gradeTested + 1 } : work;
  });
  const matches = reading.works.map((work) => matchWorks(work, works, given));
  const schools = districtSchools();
  const facts: CheckFacts = {
    works: matches.map((match) => (match.kind === "one" ? match.work : null)),
    schools,
    inScope: new Set(schools.keys()),
    given,
    ...changes,
  };
  return { reading, matches, check: checkForm(reading, facts) };
}

/** Letters of a column number: 28 → AB. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
