import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { found } from "../platform/errors.ts";
import { toClause, toEdition } from "./draft-writes.ts";
import { isOwn } from "./ownership.ts";
import { cardOf, shownEdition, unitNames } from "./row-reads.ts";
import { editionState, versionInForce } from "./rules.ts";
import type { Clause, LibraryFilter } from "./schema.ts";
import { searchWords } from "./search-words.ts";
import type { EditionView, FileView, RegulationRow, RegulationView } from "./view.ts";

export const regulationsPerPage = 50;

const order = ["federal", "regional", "municipal", "school"];

/**
 * The library: regulations by level and title. With `on` only those that have an edition in force on that day; without it
 * all, as they stand on `today`. `q` is looked for in titles; for the text there is `searchClauses`.
 */
export function listRegulations(
  viewer: Viewer,
  { q = "", level, kind, topic, on }: Partial<LibraryFilter>,
  today: string,
  page = 1,
): Promise<{ rows: RegulationRow[]; total: number }> {
  permit(viewer, "regulations.read");
  const where: Prisma.RegulationWhereInput = {
    ...(level ? { level } : {}),
    ...(kind ? { kind } : {}),
    ...(topic ? { topic } : {}),
    ...(on ? { editions: { some: inForceWhere(on) } } : {}),
    AND: searchWords(q).map(({ stem }) => {
      const like = { contains: stem, mode: "insensitive" } as const;
      return { OR: [{ title: like }, { shortTitle: like }] };
    }),
  };
  return asViewer(viewer, async (tx) => {
    // Levels stand in the order of their force, not of their letters; there are few, so each is a page of its own order.
    const counts = await tx.regulation.groupBy({ by: ["level"], where, _count: true });
    const rows: Awaited<ReturnType<typeof readRows>> = [];
    let skip = (page - 1) * regulationsPerPage;
    for (const name of order) {
      const count = counts.find((one) => one.level === name)?._count ?? 0;
      const take = regulationsPerPage - rows.length;
      if (skip < count && take > 0) rows.push(...(await readRows(tx, { ...where, level: name }, skip, take)));
      skip = Math.max(0, skip - count);
    }
    const units = await unitNames(tx, rows);
    return {
      rows: rows.map((row, index) => ({
        ...cardOf(row, units[index] ?? ""),
        edition: shownEdition(row.editions, on ?? today),
      })),
      total: counts.reduce((sum, { _count }) => sum + _count, 0),
    };
  });
}

function readRows(tx: ReadTx, where: Prisma.RegulationWhereInput, skip: number, take: number) {
  return tx.regulation.findMany({
    where,
    include: { editions: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    skip,
    take,
  });
}

/** Editions in force on a day. */
export function inForceWhere(on: string): Prisma.RegulationEditionWhereInput {
  const day = dayToDate(on);
  return {
    status: "adopted",
    effectiveFrom: { lte: day },
    OR: [{ effectiveTo: null }, { effectiveTo: { gte: day } }],
  };
}

/** A regulation with its editions, newest first, or a refusal that does not tell a stranger from nobody. */
export function getRegulation(viewer: Viewer, slug: string, today: string): Promise<RegulationView> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, (tx) => readRegulation(tx, viewer, { slug }, today));
}

/** The same by id, for features that link to it. */
export function getRegulationById(viewer: Viewer, id: number, today: string): Promise<RegulationView> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, (tx) => readRegulation(tx, viewer, { id }, today));
}

async function readRegulation(
  tx: ReadTx,
  viewer: Viewer,
  where: { slug: string } | { id: number },
  today: string,
): Promise<RegulationView> {
  const row = found(
    await tx.regulation.findUnique({
      where,
      include: { editions: { include: { _count: { select: { clauses: true, files: true } } } } },
    }),
  );
  const [unit = ""] = await unitNames(tx, [row]);
  const card = cardOf(row, unit);
  const editions = row.editions
    .map((edition) => ({
      ...toEdition(edition),
      state: editionState(toEdition(edition), today),
      clauses: edition._count.clauses,
      files: edition._count.files,
    }))
    // Drafts first, then from the newest: what is worked on stands on top.
    .sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
  return { ...card, version: row.version, own: isOwn(viewer, { ...row, level: card.level }), editions };
}

function sortKey({
  status,
  effectiveFrom,
  id,
}: {
  status: string;
  effectiveFrom: string | null;
  id: number;
}): string {
  return `${status === "draft" ? "9" : "0"}${effectiveFrom ?? "9"}${String(id).padStart(9, "0")}`;
}

/** An edition with text and files. */
export function getEdition(viewer: Viewer, editionId: number, today: string): Promise<EditionView> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const row = found(
      await tx.regulationEdition.findUnique({
        where: { id: editionId },
        include: { clauses: { orderBy: { position: "asc" } }, files: { orderBy: { id: "asc" } } },
      }),
    );
    const edition = toEdition(row);
    return {
      edition: { ...edition, state: editionState(edition, today) },
      clauses: row.clauses.map(toClause),
      files: row.files.map(({ id, name, kind, bytes, sha256 }) => ({
        id,
        name,
        kind: kind as FileView["kind"],
        bytes,
        sha256,
      })),
    };
  });
}

/** The clauses of a regulation that are in force on a day, in reading order; none when no edition is. */
export function listClausesInForce(viewer: Viewer, regulationId: number, on: string): Promise<Clause[]> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const editions = await tx.regulationEdition.findMany({ where: { regulationId, ...inForceWhere(on) } });
    const inForce = versionInForce(editions.map(toEdition), on);
    if (!inForce) return [];
    const rows = await tx.regulationClause.findMany({
      where: { editionId: inForce.id },
      orderBy: { position: "asc" },
    });
    return rows.map(toClause);
  });
}

/** A file of an edition that the viewer may read: its name, kind and hash. */
export function getFile(viewer: Viewer, fileId: number): Promise<FileView> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const row = found(await tx.regulationFile.findUnique({ where: { id: fileId } }));
    const { id, name, kind, bytes, sha256 } = row;
    return { id, name, kind: kind as FileView["kind"], bytes, sha256 };
  });
}

/** The address of the regulation of an edition that the viewer can see, or null. */
export function findEditionSlug(viewer: Viewer, editionId: number): Promise<string | null> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const row = await tx.regulationEdition.findUnique({
      where: { id: editionId },
      include: { regulation: true },
    });
    return row?.regulation.slug ?? null;
  });
}
