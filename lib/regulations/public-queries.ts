import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { publicViewer } from "../platform/access/viewer.ts";
import { toClause, toEdition } from "./draft-writes.ts";
import { inForceWhere } from "./queries.ts";
import { cardOf, shownEdition } from "./row-reads.ts";
import { editionState, versionInForce } from "./rules.ts";
import type { Level } from "./schema.ts";
import { findClausesIn } from "./search-queries.ts";
import { searchWords } from "./search-words.ts";
import type { EditionView, FileView, Found, RegulationRow } from "./view.ts";

const MOST_LISTED = 500;

interface PublicFilter {
  q: string;
  level: Level | undefined;
  /** acts of one school only */
  schoolSlug?: string;
}

/** Public regulations in force on a day; schools and municipalities by the names that everybody may know. */
export function listPublicRegulations(
  { q, level, schoolSlug }: PublicFilter,
  on: string,
): Promise<RegulationRow[]> {
  return asViewer(publicViewer, async (tx) => {
    const schools = schoolSlug
      ? await tx.$queryRaw<{ id: number }[]>`SELECT id FROM school_public WHERE slug = ${schoolSlug}`
      : [];
    const rows = await tx.regulation.findMany({
      where: {
        ...(level ? { level } : {}),
        ...(schoolSlug ? { schoolId: { in: schools.map(({ id }) => id) } } : {}),
        editions: { some: inForceWhere(on) },
        AND: searchWords(q).map(({ stem }) => {
          const like = { contains: stem, mode: "insensitive" } as const;
          return { OR: [{ title: like }, { shortTitle: like }] };
        }),
      },
      include: { editions: true },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST_LISTED,
    });
    const units = await publicUnits(tx, rows);
    return rows.map((row) => ({
      ...cardOf(row, units.get(row.schoolId ?? -1) ?? ""),
      edition: shownEdition(row.editions, on),
    }));
  });
}

/** Clauses of public regulations in force that a search meets. */
export function searchPublicClauses(q: string, on: string): Promise<Found> {
  return asViewer(publicViewer, (tx) => findClausesIn(tx, { q, on }, 20));
}

/** A public regulation with one edition's text: the asked one, else that in force, else the newest; null when there is none. */
export function findPublicRegulation(
  slug: string,
  asked: number | null,
  today: string,
): Promise<(EditionView & { regulation: RegulationRow; editions: EditionView["edition"][] }) | null> {
  return asViewer(publicViewer, async (tx) => {
    const row = await tx.regulation.findUnique({ where: { slug }, include: { editions: true } });
    if (!row) return null;
    const editions = row.editions
      .map((edition) => ({ ...toEdition(edition), state: editionState(toEdition(edition), today) }))
      .sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? 1 : -1));
    const edition =
      asked === null
        ? (versionInForce(editions, today) ?? editions[0])
        : editions.find(({ id }) => id === asked);
    if (!edition) return null;
    const clauses = await tx.regulationClause.findMany({
      where: { editionId: edition.id },
      orderBy: { position: "asc" },
    });
    const files = await tx.regulationFile.findMany({
      where: { editionId: edition.id },
      orderBy: { id: "asc" },
    });
    const units = await publicUnits(tx, [row]);
    return {
      regulation: {
        ...cardOf(row, units.get(row.schoolId ?? -1) ?? ""),
        edition: shownEdition(row.editions, today),
      },
      edition,
      editions,
      clauses: clauses.map(toClause),
      files: files.map(({ id, name, kind, bytes, sha256 }) => ({
        id,
        name,
        kind: kind === "pdf" ? "pdf" : "docx",
        bytes,
        sha256,
      })),
    };
  });
}

async function publicUnits(
  tx: Parameters<Parameters<typeof asViewer>[1]>[0],
  rows: readonly { schoolId: number | null }[],
): Promise<Map<number, string>> {
  const ids = rows.flatMap(({ schoolId }) => schoolId ?? []);
  if (ids.length === 0) return new Map();
  const schools = await tx.$queryRaw<
    { id: number; name: string }[]
  >`SELECT id, name FROM school_public WHERE id = ANY(${ids})`;
  return new Map(schools.map(({ id, name }) => [id, name]));
}

/** Addresses of all public regulations that have an edition in force. */
export function listPublicRegulationSlugs(on: string, most: number): Promise<string[]> {
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.regulation.findMany({
      where: { editions: { some: inForceWhere(on) } },
      select: { slug: true },
      orderBy: { slug: "asc" },
      take: most,
    });
    return rows.map(({ slug }) => slug);
  });
}

/** A file of a public regulation; null when there is none for the public. */
export function findPublicFile(fileId: number): Promise<FileView | null> {
  return asViewer(publicViewer, async (tx) => {
    const row = await tx.regulationFile.findUnique({ where: { id: fileId } });
    return (
      row && {
        id: row.id,
        name: row.name,
        kind: row.kind === "pdf" ? "pdf" : "docx",
        bytes: row.bytes,
        sha256: row.sha256,
      }
    );
  });
}
