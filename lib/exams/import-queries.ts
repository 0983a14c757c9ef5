import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type ImportState, importState } from "../results/import-state.ts";
import type { UnderstoodExam } from "./understood-exam.ts";

export interface ProtocolView {
  id: number;
  name: string;
  state: ImportState;
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  errors: number;
  warnings: number;
  understood: UnderstoodExam;
  targets: {
    schoolId: number;
    name: string;
    added: number;
    changed: number;
    unchanged: number;
    gone: number;
    /** Changed since the check, or since the protocol was applied. */
    stale: boolean;
  }[];
  groups: { code: string; severity: Finding["severity"]; count: number; first: Finding[] }[];
}

const shownPerGroup = 10;

/** One protocol with what it would do or did, and its findings in groups. */
export function getProtocol(viewer: Viewer, importId: number): Promise<ProtocolView> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = found(await tx.importFile.findFirst({ where: { id: importId, layout: "F-16" } }));
    const understood = file.understood as unknown as UnderstoodExam;
    const state = importState(file.status, file.understood as object);
    const applied = file.status === "applied" ? 1 : 0;
    const targets = await tx.$queryRaw<ProtocolView["targets"]>`
      SELECT t.school_id AS "schoolId", s.name, added, changed, unchanged, gone, coalesce(r.version, 0) <> t.base_version + ${applied}::int AS stale
      FROM exam_import_target t JOIN school s ON s.id = t.school_id
      LEFT JOIN exam_result_set r ON r.school_id = t.school_id AND r.exam_on = t.exam_on AND r.exam_id = ${understood.examId ?? null}::int
      WHERE t.import_id = ${importId} ORDER BY s.name COLLATE natural_order`;
    const findings = await tx.$queryRaw<Finding[]>`
      SELECT severity, code, sheet, row, "column", raw, params FROM import_finding WHERE import_id = ${importId} ORDER BY position`;
    const groups = [...Map.groupBy(findings, ({ code }) => code)].map(([code, members]) => ({
      code,
      severity: found(members[0]).severity,
      count: members.length,
      first: members.slice(0, shownPerGroup),
    }));
    return {
      id: file.id,
      name: file.name,
      state,
      createdAt: file.createdAt.toISOString(),
      appliedAt: file.appliedAt?.toISOString() ?? null,
      undoneAt: file.undoneAt?.toISOString() ?? null,
      errors: file.errorCount,
      warnings: file.warningCount,
      ...{ understood, targets, groups },
    };
  });
}
