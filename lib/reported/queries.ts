import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type ImportState, importState } from "../results/import-state.ts";
import { reportCodes } from "../results/layouts/report-forms.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import type { Exam } from "./report.ts";
import type { StoredUnderstanding, UnderstoodReport } from "./understood-report.ts";

/** A work, or an exam in a year, of which reports are in force. */
export interface ReportedSubject {
  exam: Exam;
  year: number;
  work: NamedWork | null;
  forms: string[];
  units: number;
  figures: number;
}

/** What the reports in force are about, newest first. */
export function listReported(viewer: Viewer): Promise<ReportedSubject[]> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<ReportedSubject, "work"> & { workId: number | null })[]>`
      SELECT exam, year::int AS year, work_id AS "workId", array_agg(DISTINCT form ORDER BY form) AS forms,
        count(DISTINCT (unit_kind, unit_name, place))::int AS units, count(*)::int AS figures
      FROM reported_figure WHERE in_force GROUP BY exam, year, work_id ORDER BY year DESC, exam DESC, work_id`;
    const works = await namedWorks(
      tx,
      rows.flatMap(({ workId }) => workId ?? []),
    );
    return rows.map(({ workId, ...row }) => ({
      ...row,
      work: workId === null ? null : (works.get(workId) ?? null),
    }));
  });
}

/** A report with ready totals that somebody brought. */
export interface ReportImportView {
  id: number;
  name: string;
  bytes: number;
  form: string;
  state: ImportState;
  createdAt: string;
  createdBy: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
  /** Null until it was read. */
  report: UnderstoodReport | null;
  blocked: boolean;
  works: {
    title: string | null;
    work: NamedWork | null;
    year: number | null;
    subject: string | null;
    candidates: NamedWork[];
  }[];
  refusal: Finding | null;
  asksShares: boolean;
  asksWork: boolean;
  groups: { severity: Finding["severity"]; code: string; count: number; first: Finding[] }[];
}

const shownPerGroup = 5;

/** One report as it was brought, with what was understood of it and what was noticed. */
export function getReportImport(viewer: Viewer, importId: number): Promise<ReportImportView> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = found(
      await tx.importFile.findFirst({ where: { id: importId, layout: { in: [...reportCodes] } } }),
    );
    const understood = file.understood as Partial<StoredUnderstanding>;
    const person = await tx.person.findUnique({ where: { id: file.createdBy }, select: { name: true } });
    const groups = await findingGroups(tx, importId);
    const asked = (...codes: readonly string[]) => groups.some(({ code }) => codes.includes(code));
    const about = understood.works ?? [];
    const works = await namedWorks(
      tx,
      about.flatMap(({ workId, candidates }) => [
        ...(workId === null ? [] : [workId]),
        ...candidates.map(({ id }) => id),
      ]),
    );
    return {
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      form: file.layout ?? "",
      state: importState(file.status, understood as Parameters<typeof importState>[1]),
      createdAt: file.createdAt.toISOString(),
      createdBy: person?.name ?? null,
      appliedAt: file.appliedAt?.toISOString() ?? null,
      undoneAt: file.undoneAt?.toISOString() ?? null,
      report: understood.report ?? null,
      blocked: understood.blocked === true,
      works: about.map(({ title, workId, year, subject, candidates }) => ({
        ...{ title, year, subject },
        work: workId === null ? null : (works.get(workId) ?? null),
        candidates: candidates.flatMap(({ id }) => works.get(id) ?? []),
      })),
      refusal: file.refusal as Finding | null,
      asksShares: asked("reportPercentOrCounts"),
      asksWork: asked("workUnknown", "workNotRecognised", "workAmbiguous"),
      groups,
    };
  });
}

async function findingGroups(tx: ReadTx, importId: number): Promise<ReportImportView["groups"]> {
  const findings = await tx.importFinding.findMany({ where: { importId }, orderBy: { position: "asc" } });
  const severities: readonly string[] = ["error", "warning", "note"];
  return [...Map.groupBy(findings, ({ severity, code }) => `${severities.indexOf(severity)} ${code}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      severity: (own[0]?.severity ?? "note") as Finding["severity"],
      code: own[0]?.code ?? "",
      count: own.length,
      first: own.slice(0, shownPerGroup).map(({ severity, code, sheet, row, column, raw, params }) => ({
        ...{ code, sheet, row, column, raw },
        severity: severity as Finding["severity"],
        params: params as Finding["params"],
      })),
    }));
}
