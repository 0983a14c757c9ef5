import "server-only";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Finding, Severity } from "../platform/workbook/finding.ts";
import type { Understood, UnderstoodWork } from "./understood.ts";

/** Findings on one page. */
const perPage = 100;

export interface FindingsPage {
  fileName: string;
  works: readonly UnderstoodWork[];
  findings: Finding[];
  total: number;
  page: number;
  pages: number;
}

/** Findings of one code, or of all, in the order of the file. */
export function listFindings(
  viewer: Viewer,
  importId: number,
  wanted: { code?: string | undefined; page: number },
): Promise<FindingsPage> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = await fileOf(tx, importId);
    const where = { importId, ...(wanted.code === undefined ? {} : { code: wanted.code }) };
    const total = await tx.importFinding.count({ where });
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const rows = await tx.importFinding.findMany({
      where,
      orderBy: { position: "asc" },
      take: perPage,
      skip: (page - 1) * perPage,
    });
    return { ...file, findings: rows.map(toFinding), total, page, pages };
  });
}

/** A part of all findings for a download: those after a position, with the position to go on from; null at the end. */
export function readFindings(
  viewer: Viewer,
  importId: number,
  from: { after: number; take: number },
): Promise<Pick<FindingsPage, "fileName" | "works" | "findings"> & { next: number | null }> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = await fileOf(tx, importId);
    const rows = await tx.importFinding.findMany({
      where: { importId, position: { gt: from.after } },
      orderBy: { position: "asc" },
      take: from.take,
    });
    const next = rows.length === from.take ? (rows.at(-1)?.position ?? null) : null;
    return { ...file, findings: rows.map(toFinding), next };
  });
}

export interface FileLines {
  fileName: string;
  sheet: string;
  works: readonly UnderstoodWork[];
  /** The header that was found on this sheet; null when the sheet has none or it stands among the lines. */
  header: { row: number; cells: readonly string[] } | null;
  /** Number of the first line shown. */
  first: number;
  lines: readonly (readonly string[])[];
  width: number;
  /** True when the row is below the last line that was read. */
  beyond: boolean;
}

/** Wider tables are cut for show. */
const mostColumns = 80;
const linesAround = 3;

/** The lines around one row of the file as they were read, so that a finding can be seen in its place. */
export function getFileLines(
  viewer: Viewer,
  importId: number,
  place: { sheet: string; row: number },
): Promise<FileLines> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const file = await fileOf(tx, importId);
    const kept = found(
      await tx.importSheet.findFirst({ where: { importId, name: place.sheet }, select: { cells: true } }),
    );
    const { rows } = JSON.parse((await unpack(kept.cells)).toString("utf8")) as { rows: string[][] };
    const first = Math.max(1, place.row - linesAround);
    const lines = rows.slice(first - 1, place.row + linesAround).map((cells) => cells.slice(0, mostColumns));
    const headerRow = file.works.find((work) => work.sheet === place.sheet)?.headerRow ?? null;
    const header =
      headerRow === null || headerRow >= first
        ? null
        : { row: headerRow, cells: (rows[headerRow - 1] ?? []).slice(0, mostColumns) };
    const width = Math.max(1, ...lines.map(({ length }) => length), header?.cells.length ?? 0);
    return { ...file, sheet: place.sheet, header, first, lines, width, beyond: place.row > rows.length };
  });
}

const unpack = promisify(gunzip);

async function fileOf(tx: ReadTx, importId: number): Promise<Pick<FindingsPage, "fileName" | "works">> {
  const { name, understood } = found(
    await tx.importFile.findUnique({ where: { id: importId }, select: { name: true, understood: true } }),
  );
  return { fileName: name, works: (understood as Partial<Understood>).works ?? [] };
}

function toFinding(row: {
  severity: string;
  code: string;
  sheet: string | null;
  row: number | null;
  column: number | null;
  raw: string | null;
  params: unknown;
}): Finding {
  const { severity, code, sheet, row: line, column, raw, params } = row;
  return {
    severity: severity as Severity,
    code,
    sheet,
    row: line,
    column,
    raw,
    params: params as Finding["params"],
  };
}
