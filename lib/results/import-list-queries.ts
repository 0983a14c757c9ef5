import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { dropCondition } from "./drop.ts";
import { countStates, type ImportState, importState } from "./import-state.ts";
import { type NamedWork, namedWorks } from "./named-works.ts";
import type { Drop } from "./schema.ts";
import type { Understood } from "./understood.ts";

/** One import as a list shows it. */
export interface ImportRowView {
  id: number;
  name: string;
  state: ImportState;
  createdAt: string;
  works: NamedWork[];
  /** Schools that it changes or would change; the name when it is one. */
  schools: number;
  schoolName: string | null;
  taken: number;
  absent: number;
  /** Figures of a report with ready totals; 0 for a file of pupils. */
  figures: number;
  errors: number;
  warnings: number;
}

/** Imports on one page of the list; a drop is never longer than this. */
const perPage = 50;
const mostInDrop = 200;

/** Imports of the viewer's unit, newest first. */
export function listImports(
  viewer: Viewer,
  wanted: { page: number },
): Promise<{ imports: ImportRowView[]; total: number; page: number; pages: number }> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const total = await tx.importFile.count();
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const imports = await readRows(tx, {
      orderBy: { id: "desc" },
      take: perPage,
      skip: (page - 1) * perPage,
    });
    return { imports, total, page, pages };
  });
}

/** The files of one drop in the order they came, and how many of them stand where. */
export function listDrop(
  viewer: Viewer,
  drop: Drop,
): Promise<{ imports: ImportRowView[]; states: Record<ImportState, number> }> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const imports = await readRows(tx, {
      where: await dropCondition(tx, drop),
      orderBy: { id: "asc" },
      take: mostInDrop,
    });
    return { imports, states: countStates(imports.map(({ state }) => state)) };
  });
}

async function readRows(tx: ReadTx, query: Prisma.ImportFileFindManyArgs): Promise<ImportRowView[]> {
  const files = await tx.importFile.findMany({ ...query, omit: { given: true, refusal: true } });
  const targets = await targetsOf(
    tx,
    files.map(({ id }) => id),
  );
  const workIds = (file: (typeof files)[number]) => [
    ...new Set([
      ...((file.understood as Partial<Understood>).works ?? []).flatMap(({ workId }) => workId ?? []),
      ...(targets.get(file.id)?.works ?? []),
    ]),
  ];
  const works = await namedWorks(tx, files.flatMap(workIds));
  return files.map((file) => {
    const understood = file.understood as Partial<Understood>;
    const target = targets.get(file.id);
    return {
      id: file.id,
      name: file.name,
      state: importState(file.status, understood),
      createdAt: file.createdAt.toISOString(),
      works: workIds(file).flatMap((id) => works.get(id) ?? []),
      schools: target?.schools ?? 0,
      schoolName: target?.school ?? null,
      taken: understood.taken ?? 0,
      absent: understood.absent ?? 0,
      figures: understood.figures ?? 0,
      errors: file.errorCount,
      warnings: file.warningCount,
    };
  });
}

interface Targets {
  id: number;
  schools: number;
  works: number[];
  /** The name of the school when it is the only one. */
  school: string | null;
}

async function targetsOf(tx: ReadTx, importIds: readonly number[]): Promise<Map<number, Targets>> {
  const rows = await tx.$queryRaw<Targets[]>`
    SELECT t.*, s.name AS school FROM (
      SELECT import_id AS id, count(DISTINCT school_id)::int AS schools, array_agg(DISTINCT work_id) AS works, min(school_id) AS only
      FROM import_target WHERE import_id = ANY (${importIds}) GROUP BY 1) t
    LEFT JOIN school s ON s.id = t.only AND t.schools = 1`;
  return new Map(rows.map((row) => [row.id, row]));
}
