import type { StagedReport } from "./figure-writes.ts";
import type { Measure, ReportReading } from "./report.ts";
import type { StoredUnderstanding } from "./understood-report.ts";

/** What was understood of a report, in one small record beside the staged figures. */
export function understandReport(
  staged: StagedReport,
  reading: ReportReading,
  rest: { added: number; changed: number; blocked: boolean; notYours: number },
): StoredUnderstanding {
  const { form, works, units, figures } = staged;
  const used = new Set(figures.map(({ unit }) => unit));
  const taken = units.filter((_, i) => used.has(i));
  const ofKind = (kind: string) => taken.filter((unit) => unit.kind === kind).length;
  const ofState = (state: string) => figures.filter((figure) => figure.state === state).length;
  const measures: Partial<Record<Measure, number>> = {};
  for (const { measure } of figures) measures[measure] = (measures[measure] ?? 0) + 1;
  const schools = taken.filter(({ kind }) => kind === "school");
  return {
    layout: form,
    works: works.map((work) => ({
      ...{ sheet: work.sheet, title: work.title, year: work.year, grade: work.grade, subject: work.subject },
      ...{ level: work.level, readFrom: work.readFrom, tasks: [], headerRow: work.headerRow, fields: {} },
      workId: work.workId,
      workCode: work.workCode,
      candidates: work.candidates,
      describable: false,
    })),
    schools: schools.length,
    logins: schools.flatMap(({ login }) => (login === null ? [] : [login.slice(-6)])).slice(0, 100),
    schoolFrom: "file",
    ...{ taken: 0, absent: 0, held: 0, refused: 0 },
    lines: reading.lines.total,
    notData: reading.lines.notData as Record<string, number>,
    cells: { accepted: {}, warned: 0, rejected: ofState("unread") },
    blocked: rest.blocked,
    figures: figures.length,
    nameColumns: 0,
    report: {
      units: {
        country: ofKind("country"),
        region: ofKind("region"),
        municipality: ofKind("municipality"),
        school: ofKind("school"),
      },
      states: {
        value: ofState("value"),
        blank: ofState("blank"),
        hidden: ofState("hidden"),
        unread: ofState("unread"),
      },
      measures,
      unmatched: schools.filter(({ schoolId }) => schoolId === null).length,
      notYours: rest.notYours,
      lines: reading.lines,
      added: rest.added,
      changed: rest.changed,
    },
  };
}
