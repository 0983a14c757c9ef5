import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Finding, Severity } from "./finding.ts";
import { keptSheets } from "./import-writes.ts";
import type { Given } from "./schema.ts";
import type { Understood } from "./understood.ts";

export interface ImportRowView {
  id: number;
  name: string;
  status: string;
  createdAt: string;
  layout: string | null;
  understood: Partial<Understood>;
  refusal: Finding | null;
  errors: number;
  warnings: number;
  notes: number;
}

/** Files of the viewer's unit, newest first; `from`…`to` narrows to the ids of one drop. */
export function listImports(
  viewer: Viewer,
  filter: { page: number; from?: number; to?: number },
): Promise<{ imports: ImportRowView[]; total: number }> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const where = filter.from && filter.to ? { id: { gte: filter.from, lte: filter.to } } : {};
    const files = await tx.importFile.findMany({
      where,
      orderBy: { id: "desc" },
      take: 50,
      skip: (filter.page - 1) * 50,
    });
    return { imports: files.map(toView), total: await tx.importFile.count({ where }) };
  });
}

export interface FindingGroup {
  severity: Severity;
  code: string;
  count: number;
  /** The first few of the group, in the order of the file. */
  first: Finding[];
}

export interface TargetView {
  schoolId: number;
  schoolName: string;
  workId: number;
  workCode: string;
  workTitle: { subject: string; grade: number; year: number; kind: string; season: string };
  taken: number;
  absent: number;
  held: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** One import with what it would do or did, and its findings in groups. */
export function getImport(viewer: Viewer, importId: number) {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = found(
      await tx.importFile.findUnique({ where: { id: importId }, include: { targets: true } }),
    );
    const findings = await tx.$queryRaw<(Finding & { count: bigint })[]>`
      SELECT severity, code, sheet, row, "column", raw, params, count FROM (
        SELECT *, count(*) OVER (PARTITION BY severity, code) AS count, row_number() OVER (PARTITION BY severity, code ORDER BY position) AS place
        FROM import_finding WHERE import_id = ${importId}) f
      WHERE place <= ${shownPerGroup} ORDER BY array_position(ARRAY['error','warning','note'], severity), count DESC, code, position`;
    const schools = await tx.school.findMany({ where: { id: { in: file.targets.map((t) => t.schoolId) } } });
    const works = await tx.work.findMany({ where: { id: { in: file.targets.map((t) => t.workId) } } });
    const targets = file.targets.map((t): TargetView => {
      const work = works.find((w) => w.id === t.workId);
      return {
        ...t,
        schoolName: schools.find((s) => s.id === t.schoolId)?.name ?? "",
        workCode: work?.code ?? "",
        workTitle: {
          subject: work?.subject ?? "",
          grade: work?.gradeTested ?? 0,
          year: work?.year ?? 0,
          kind: work?.kind ?? "",
          season: work?.season ?? "",
        },
      };
    });
    return {
      ...toView(file),
      given: file.given as Given,
      schoolId: file.schoolId,
      appliedAt: file.appliedAt?.toISOString() ?? null,
      undoneAt: file.undoneAt?.toISOString() ?? null,
      targets,
      groups: group(findings),
    };
  });
}

const shownPerGroup = 5;

function group(findings: readonly (Finding & { count: bigint })[]): FindingGroup[] {
  return [...Map.groupBy(findings, (f) => `${f.severity} ${f.code}`).values()].flatMap((first) => {
    const head = first[0];
    return head
      ? [
          {
            severity: head.severity,
            code: head.code,
            count: Number(head.count),
            first: first.map(({ count: _, ...finding }) => finding),
          },
        ]
      : [];
  });
}

/** Findings of one code, paged; or all of them (page 0) for the download. */
export function listFindings(
  viewer: Viewer,
  importId: number,
  filter: { code?: string; page: number },
): Promise<Finding[]> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    found(await tx.importFile.findUnique({ where: { id: importId }, select: { id: true } }));
    const rows = await tx.importFinding.findMany({
      where: { importId, ...(filter.code ? { code: filter.code } : {}) },
      orderBy: { position: "asc" },
      ...(filter.page > 0 ? { take: 100, skip: (filter.page - 1) * 100 } : {}),
    });
    return rows.map((f) => ({
      severity: f.severity as Severity,
      code: f.code,
      sheet: f.sheet,
      row: f.row,
      column: f.column,
      raw: f.raw,
      params: f.params as Finding["params"],
    }));
  });
}

/** The lines around one row of the file as they were read, so that a finding can be seen in its place. */
export function getFileRow(viewer: Viewer, importId: number, sheetName: string, row: number) {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    found(await tx.importFile.findUnique({ where: { id: importId }, select: { id: true } }));
    const sheet = found((await keptSheets(tx, importId)).find((s) => s.name === sheetName));
    const first = Math.max(1, row - 3);
    return {
      sheet: sheetName,
      first,
      lines: sheet.rows.slice(first - 1, row + 3).map((cells) => cells.slice(0, 80)),
      width: Math.min(80, Math.max(0, ...sheet.rows.slice(0, 40).map((cells) => cells.length))),
    };
  });
}

function toView(file: {
  id: number;
  name: string;
  status: string;
  createdAt: Date;
  layout: string | null;
  understood: unknown;
  refusal: unknown;
  errorCount: number;
  warningCount: number;
  noteCount: number;
}): ImportRowView {
  return {
    id: file.id,
    name: file.name,
    status: file.status,
    createdAt: file.createdAt.toISOString(),
    layout: file.layout,
    understood: file.understood as Partial<Understood>,
    refusal: file.refusal as Finding | null,
    errors: file.errorCount,
    warnings: file.warningCount,
    notes: file.noteCount,
  };
}
