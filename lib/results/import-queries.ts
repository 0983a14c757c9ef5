import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Finding, Severity } from "../platform/workbook/finding.ts";
import { type ImportState, importState } from "./import-state.ts";
import { type NamedWork, namedWorks } from "./named-works.ts";
import { type Progress, progressOf } from "./progress.ts";
import { type Undoing, undoable } from "./rules.ts";
import type { Given } from "./schema.ts";
import type { Understood } from "./understood.ts";

/** Findings of one code. */
export interface FindingGroup {
  severity: Severity;
  code: string;
  count: number;
  /** The first few of the group, in the order of the file. */
  first: Finding[];
}

/** What an import would change, or changed, in one school's results of one work. */
export interface TargetView {
  schoolId: number;
  schoolName: string;
  work: NamedWork;
  taken: number;
  absent: number;
  held: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}
export type TargetSums = Pick<
  TargetView,
  "taken" | "absent" | "held" | "added" | "changed" | "unchanged" | "gone"
> & {
  targets: number;
  schools: number;
};

export interface ImportView {
  id: number;
  name: string;
  bytes: number;
  state: ImportState;
  createdAt: string;
  /** Who brought it; null when the viewer does not see this person. */
  createdBy: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
  /** Null until the file was read. */
  understood: Understood | null;
  refusal: Finding | null;
  given: Given;
  errors: number;
  warnings: number;
  notes: number;
  /** Works that the file holds or may hold, by id. */
  works: ReadonlyMap<number, NamedWork>;
  /** Classes of the file and their rows, when it is about one school. */
  classes: { label: string; rows: number }[];
  /** Names of the schools by login, as far as the viewer sees them; at most a hundred. */
  schoolNames: ReadonlyMap<string, string>;
  sums: TargetSums;
  /** A page of them, in the natural order of schools. */
  targets: TargetView[];
  page: number;
  pages: number;
  /** Somebody changed these results after the check: what the page says of changes no longer holds. */
  stale: boolean;
  undoing: Undoing;
  /** True when the texts of its cells are kept, so that it can be checked again without being brought again. */
  kept: boolean;
  groups: FindingGroup[];
  /** How far a file has come that is being read or applied. */
  progress: Progress | null;
  /** True while the work on the file can still be stopped. */
  stoppable: boolean;
}

const shownPerGroup = 5;
const targetsPerPage = 50;

/** One import with what it would do or did, and its findings in groups. */
export function getImport(viewer: Viewer, importId: number, wanted = { page: 1 }): Promise<ImportView> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = found(await tx.importFile.findUnique({ where: { id: importId } }));
    const understood = file.understood as Partial<Understood>;
    const sums = await targetSums(tx, importId);
    const pages = Math.max(1, Math.ceil(sums.targets / targetsPerPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const targets = await pageOfTargets(tx, importId, page);
    const versions = await targetVersions(tx, importId);
    const person = await tx.person.findUnique({ where: { id: file.createdBy }, select: { name: true } });
    const works = await namedWorks(tx, [
      ...(understood.works ?? []).flatMap((work) => [
        ...(work.workId === null ? [] : [work.workId]),
        ...work.candidates.map(({ id }) => id),
      ]),
      ...targets.map(({ workId }) => workId),
    ]);
    const schools = await tx.school.findMany({
      where: { login: { in: understood.logins ?? [] } },
      select: { login: true, name: true },
    });
    const progress = await progressOf(tx, importId);
    const state = importState(file.status, understood);
    const appliedAt = file.appliedAt?.toISOString() ?? null;
    const undoneAt = file.undoneAt?.toISOString() ?? null;
    return {
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      state,
      createdAt: file.createdAt.toISOString(),
      createdBy: person?.name ?? null,
      appliedAt,
      undoneAt,
      understood: understood.layout === undefined ? null : (understood as Understood),
      refusal: file.refusal as Finding | null,
      given: file.given as Given,
      errors: file.errorCount,
      warnings: file.warningCount,
      notes: file.noteCount,
      works,
      classes: sums.schools === 1 ? await classesOf(tx, importId) : [],
      schoolNames: new Map(schools.map(({ login, name }) => [login, name])),
      sums,
      targets: targets.flatMap(({ workId, ...target }) => {
        const work = works.get(workId);
        return work ? [{ ...target, work }] : [];
      }),
      page,
      pages,
      stale:
        (state === "ready" || state === "replaces") &&
        versions.some(({ baseVersion, currentVersion }) => baseVersion !== currentVersion),
      undoing: undoable({
        appliedAt: state === "applied" ? appliedAt : null,
        undoneAt: state === "undone" ? undoneAt : null,
        targets: versions.map(({ baseVersion, ...rest }) => ({ ...rest, appliedVersion: baseVersion + 1 })),
      }),
      kept: (await tx.importSheet.count({ where: { importId } })) > 0,
      groups: await findingGroups(tx, importId),
      progress,
      stoppable: file.status === "queued" || (progress !== null && !progress.stopAsked),
    };
  });
}

async function targetSums(tx: ReadTx, importId: number): Promise<TargetSums> {
  const [sums] = await tx.$queryRaw<TargetSums[]>`
    SELECT count(*)::int AS targets, count(DISTINCT school_id)::int AS schools, coalesce(sum(taken), 0)::int AS taken, coalesce(sum(absent), 0)::int AS absent,
      coalesce(sum(held), 0)::int AS held, coalesce(sum(added), 0)::int AS added, coalesce(sum(changed), 0)::int AS changed,
      coalesce(sum(unchanged), 0)::int AS unchanged, coalesce(sum(gone), 0)::int AS gone
    FROM import_target WHERE import_id = ${importId}`;
  return found(sums);
}

function pageOfTargets(tx: ReadTx, importId: number, page: number) {
  return tx.$queryRaw<(Omit<TargetView, "work"> & { workId: number })[]>`
    SELECT t.school_id AS "schoolId", s.name AS "schoolName", t.work_id AS "workId", taken, absent, held, added, changed, unchanged, gone
    FROM import_target t JOIN school s ON s.id = t.school_id WHERE t.import_id = ${importId}
    ORDER BY s.name COLLATE natural_order, s.id, t.work_id LIMIT ${targetsPerPage} OFFSET ${(page - 1) * targetsPerPage}`;
}

function classesOf(tx: ReadTx, importId: number) {
  return tx.$queryRaw<{ label: string; rows: number }[]>`
    SELECT class_label AS label, count(*)::int AS rows FROM import_row WHERE import_id = ${importId} AND side = 'after'
    GROUP BY class_label ORDER BY class_label = '', class_label COLLATE natural_order`;
}

/** The version that each target was compared with, and the one that stands now; 0 = there are no results. */
function targetVersions(tx: ReadTx, importId: number) {
  return tx.$queryRaw<{ schoolId: number; workId: number; baseVersion: number; currentVersion: number }[]>`
    SELECT t.school_id AS "schoolId", t.work_id AS "workId", t.base_version AS "baseVersion", coalesce(r.version, 0) AS "currentVersion"
    FROM import_target t LEFT JOIN result_set r ON r.school_id = t.school_id AND r.work_id = t.work_id WHERE t.import_id = ${importId}`;
}

async function findingGroups(tx: ReadTx, importId: number): Promise<FindingGroup[]> {
  const findings = await tx.$queryRaw<(Finding & { count: number })[]>`
    SELECT severity, code, sheet, row, "column", raw, params, count FROM (
      SELECT *, count(*) OVER (PARTITION BY severity, code)::int AS count, row_number() OVER (PARTITION BY severity, code ORDER BY position) AS place
      FROM import_finding WHERE import_id = ${importId}) f
    WHERE place <= ${shownPerGroup} ORDER BY array_position(ARRAY['error','warning','note'], severity), count DESC, code, position`;
  return [...Map.groupBy(findings, ({ severity, code }) => `${severity} ${code}`).values()].map((first) => {
    const { severity, code, count } = found(first[0]);
    return { severity, code, count, first: first.map(({ count: _, ...finding }) => finding) };
  });
}
