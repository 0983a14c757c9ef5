import { describe, expect, it } from "vitest";
import { readReport } from "#lib/reported/read-report.ts";
import type { ReportReading } from "#lib/reported/report.ts";
import { recogniseReport } from "#lib/results/layouts/report-forms.ts";
import {
  COLLECTION,
  COPIES,
  type ExpectedFile,
  expectedFiles,
  readSample,
} from "#tests/results/sample-files.ts";
import { countsOf, type ExpectedReport, examYears, printedValues } from "./expected-reports.ts";

/** Few are copied; all of them are read where the collection stands beside the project. */
const folders = [COLLECTION, COPIES].map((folder) => ({
  folder,
  files: expectedFiles(folder, /^(07|09)-/) as (ExpectedFile & ExpectedReport)[],
}));
const samples = folders.flatMap(({ folder, files }) =>
  files.map((file) => ({ folder, file, name: file.file })),
);
const reports = samples.filter(({ file }) => file.values);
const exams = samples.filter(({ file }) => file.years);

function read(folder: string, { file, layout }: ExpectedReport): ReportReading {
  const book = readSample(folder, file);
  const form = recogniseReport(book);
  expect(form).toBe(layout);
  return readReport(form!, book.sheets, file.split("/").at(-1) ?? "");
}

it("some sample of the reports of ФИС ОКО is always there", () => {
  expect(reports.length).toBeGreaterThan(0);
});

describe.each(reports)("$name", ({ folder, file }) => {
  const reading = read(folder, file);

  it("gives every printed figure, of the right unit and of the right level", () => {
    expect(printedValues(file, reading)).toEqual(file.values);
  });

  it("names its work", () => {
    const [work] = reading.works;
    expect(work).toMatchObject({
      subject: file.works?.[0]?.subject,
      grade: file.works?.[0]?.grade,
      year: file.works?.[0]?.year,
      readFrom: file.works?.[0]?.read_from,
      headerRow: file.header_row,
    });
  });

  it("accounts for every line", () => {
    const { total, data, not_data } = file.lines ?? {};
    expect(reading.lines).toEqual({ total, data, notData: not_data });
  });

  it("tells what is noteworthy, by its cell", () => {
    expect(countsOf(reading)).toEqual(file.dirt_counts);
  });
});

describe.each(exams)("$name", ({ folder, file }) => {
  const reading = read(folder, file);

  it("gives the schools, sums and means of every year and subject", () => {
    expect(examYears(file, reading)).toEqual(
      Object.fromEntries(
        Object.entries(file.years ?? {}).map(([year, { kind, lines, graduates, subjects }]) => [
          year,
          { kind, lines, graduates, subjects },
        ]),
      ),
    );
  });

  it("keeps the schools under their printed names", () => {
    const names = reading.units.filter(({ kind }) => kind === "school").map(({ name }) => name);
    expect(new Set(names)).toEqual(
      new Set(Object.keys(file.school_names ?? {}).map((name) => name.replaceAll("\u00a0", " "))),
    );
  });

  it("tells what is noteworthy", () => {
    const { column_numbers, header_spaces, total_row, ...told } = file.dirt_counts;
    expect(countsOf(reading)).toEqual(told);
    expect([column_numbers ?? 0, total_row ?? 0]).toEqual([
      reading.works.length === 0 ? 0 : numbering(file),
      totals(file),
    ]);
    expect(header_spaces).toBeGreaterThan(0);
  });
});

const sums = (file: ExpectedReport, key: string) =>
  Object.values(file.years ?? {}).reduce((sum, { lines }) => sum + (lines.not_data[key] ?? 0), 0);
const numbering = (file: ExpectedReport) => sums(file, "column_numbers");
const totals = (file: ExpectedReport) => sums(file, "total_region") + sums(file, "total_municipality");
