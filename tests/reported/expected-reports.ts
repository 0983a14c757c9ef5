import type { ReportedFigure, ReportReading } from "#lib/reported/report.ts";
import { pooledPercent } from "#lib/statistics/pooled-percent.ts";

interface ExpectedLine {
  total: number;
  schools: number;
  data: number;
  not_data: Record<string, number>;
}

/** One entry of expected.json about a report (its README explains every key). */
export interface ExpectedReport {
  file: string;
  layout: string;
  works?: { subject: string; grade: number; year: number; read_from: Record<string, string> }[];
  values?: Record<string, unknown>[];
  columns?: { name: string; level: string; key: string; n: number }[];
  item_headers?: string[];
  header_row?: number;
  lines?: ExpectedLine;
  years?: Record<
    string,
    { kind: string; lines: ExpectedLine; graduates: number; subjects: Record<string, unknown> }
  >;
  school_names?: Record<string, string>;
  dirt_counts: Record<string, number>;
}

/** Kinds of expected.json by our codes of findings; those that are counted in one finding carry their number. */
const KINDS: Record<string, string> = {
  reportShareRounding: "share_sum",
  reportWithoutJournal: "journal_gap",
  reportEmptyGroup: "blank_group",
  reportTotalDiffers: "total_differs",
  reportGroupMean: "group_mean_differs",
  reportMeanMissing: "mean_missing",
  reportMeanZero: "zero_mean_participants",
  reportMoreThanGraduates: "more_than_graduates",
  reportYearConflict: "year_conflict",
  reportFormulaError: "formula_error",
  reportNobodySat: "zero_mean_nobody",
  reportNoProfile: "profile_x",
};
const COUNTED = new Set(["reportNobodySat", "reportNoProfile"]);

/** How often what was noticed, in the words of expected.json. */
export function countsOf({ findings }: ReportReading): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, params } of findings) {
    if (code === "reportApplications") continue;
    const kind = KINDS[code] ?? code;
    counts[kind] = (counts[kind] ?? 0) + (COUNTED.has(code) ? Number(params.count) : 1);
  }
  return counts;
}

type Line = { unit: number; row: number; figures: ReportedFigure[] };

function linesOf({ figures }: ReportReading): Line[] {
  return [...Map.groupBy(figures, ({ row }) => row).values()].map((own) => ({
    unit: own[0]!.unit,
    row: own[0]!.row,
    figures: own,
  }));
}

/** What was read, put together again as expected.json lists it: a line a unit, or a line a task. */
export function printedValues(file: ExpectedReport, reading: ReportReading): Record<string, unknown>[] {
  if (file.layout === "F-10") return taskLines(file, reading);
  return linesOf(reading).map(({ unit: index, figures }) => {
    const unit = reading.units[index]!;
    const value = (measure: string, key = "") =>
      figures.find((figure) => figure.measure === measure && figure.key === key)?.value;
    const all = (measure: string) =>
      figures.filter((figure) => figure.measure === measure).map((figure) => figure.value);
    const head = {
      label: unit.login === null ? unit.name : `${unit.name}(${unit.login})`,
      level: unit.kind,
      key: unit.login ?? "",
    };
    const n = value("participants");
    switch (file.layout) {
      case "F-06": {
        const shares = all("marks");
        // Counts are not printed: they are those whose shares are.
        return {
          ...head,
          schools: value("schools"),
          n,
          shares,
          counts: shares.map((s) => Math.round(((s ?? 0) * (n ?? 0)) / 100)),
        };
      }
      case "F-07": {
        const counts = {
          lowered: value("journalCounts", "lowered"),
          confirmed: value("journalCounts", "confirmed"),
          raised: value("journalCounts", "raised"),
        };
        const base = figures.find(({ measure }) => measure === "journal")?.n;
        return { ...head, n, with_journal_mark: base, ...counts, shares: all("journal") };
      }
      case "F-08":
        return { ...head, n, shares: all("scores") };
      case "F-09":
        return { ...head, n, shares: all("tasks") };
      default: {
        const size = figures.find(({ measure }) => measure === "groupSize");
        return {
          ...head,
          group: Number(size?.key),
          n: size?.value,
          shares:
            size?.value === 0 && all("groupTasks").every((share) => share === null)
              ? null
              : all("groupTasks"),
        };
      }
    }
  });
}

function taskLines(file: ExpectedReport, reading: ReportReading): Record<string, unknown>[] {
  const units = file.columns!.map(({ name, level, n }) => {
    const index = reading.units.findIndex(
      (unit) =>
        (unit.login === null ? unit.name : `${unit.name}(${unit.login})`) === name && unit.kind === level,
    );
    const said = reading.figures.find(({ unit, measure }) => unit === index && measure === "participants");
    return said?.value === n ? index : -1;
  });
  return reading.works[0]!.tasks.map(({ code, max }) => ({
    label: code,
    max,
    shares: units.map(
      (unit) =>
        reading.figures.find((one) => one.unit === unit && one.measure === "planned" && one.key === code)
          ?.value,
    ),
  }));
}

const NAMES: Record<string, string> = {
  RU: "Русский язык",
  MAP: "Математика профильная",
  OB: "Обществознание",
  BI: "Биология",
  FI: "Физика",
  IS: "История",
};

/** The sums of a table of ЕГЭ by school, as expected.json counts them from its cells. */
export function examYears(file: ExpectedReport, reading: ReportReading): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(file.years!).map(([year, expected]) => {
      const works = reading.works.flatMap((work, i) => (String(work.year) === year ? [{ ...work, i }] : []));
      const figures = reading.figures.filter(({ work }) => works.some(({ i }) => i === work));
      const kind = (figure: ReportedFigure) => reading.units[figure.unit]!.kind;
      const schools = figures.filter((figure) => kind(figure) === "school");
      const total = figures.filter((figure) => kind(figure) === "region");
      const sum = (of: readonly ReportedFigure[], measure: string) =>
        of.filter((figure) => figure.measure === measure).reduce((all, { value }) => all + (value ?? 0), 0);
      const subjects = works
        .filter(({ subject }) => subject !== "")
        .map(({ subject, i }) => {
          const own = schools.filter(({ work }) => work === i);
          const printed = total.filter(({ work }) => work === i);
          const raw = (measure: string) => {
            const figure = printed.find((one) => one.measure === measure);
            return figure?.state === "unread" ? figure.raw : figure?.value;
          };
          if (expected.kind === "applications")
            return [
              NAMES[subject!],
              { applications: sum(own, "applications"), printed_total: raw("applications") },
            ];
          const means = own.filter(({ measure }) => measure === "examMean");
          const given = means.filter(({ value, n }) => value !== null && value > 0 && (n ?? 0) > 0);
          return [
            NAMES[subject!],
            {
              participants: sum(own, "examParticipants"),
              printed_total: raw("examParticipants"),
              schools_with_participants: own.filter(
                ({ measure, value }) => measure === "examParticipants" && (value ?? 0) > 0,
              ).length,
              schools_with_mean: given.length,
              below: sum(own, "examBelow"),
              high_80_99: sum(own, "examHigh"),
              hundred: sum(own, "examHundred"),
              weighted_mean: Number(
                pooledPercent(given.map(({ value, n }) => ({ value, participants: n ?? 0 })))?.toFixed(6),
              ),
              printed_mean: raw("examMean"),
            },
          ];
        });
      return [
        year,
        {
          kind: expected.kind,
          lines: expected.lines,
          graduates: sum(schools, "graduates"),
          subjects: Object.fromEntries(subjects),
        },
      ];
    }),
  );
}
