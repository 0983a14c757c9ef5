import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { publicViewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import type { Snapshot, UnitKind } from "./snapshot.ts";

export interface PublicEdition {
  edition: number;
  fingerprint: string;
  publishedAt: string;
  note: string;
  withdrawn: { at: string; reason: string } | null;
}

/** A published report without its content: everything that decides which page its addresses answer with. */
export interface PublicReport {
  id: number;
  slug: string;
  unitKind: UnitKind;
  /** The school that it is about; null for areas. */
  school: { slug: string; name: string } | null;
  /** Newest first, at least one. */
  editions: PublicEdition[];
}

/** The report of an address, or null: drafts do not exist for the public. One small statement, asked at every visit. */
export function findPublished(slug: string): Promise<PublicReport | null> {
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.$queryRaw<
      {
        id: number;
        unit_kind: UnitKind;
        school_slug: string | null;
        school_name: string | null;
        version: number;
        fingerprint: string;
        note: string;
        published_at: Date;
        withdrawn_at: Date | null;
        withdrawn_reason: string | null;
      }[]
    >`SELECT r.id, r.unit_kind, p.slug AS school_slug, p.name AS school_name, v.version, v.fingerprint, v.note, v.published_at, v.withdrawn_at, v.withdrawn_reason
      FROM report_public r JOIN report_version v ON v.report_id = r.id LEFT JOIN school_public p ON p.id = r.school_id
      WHERE r.slug = ${slug} ORDER BY v.version DESC`;
    const [first] = rows;
    if (!first) return null;
    return {
      id: first.id,
      slug,
      unitKind: first.unit_kind,
      school: first.school_slug === null ? null : { slug: first.school_slug, name: first.school_name ?? "" },
      editions: rows.map((row) => ({
        edition: row.version,
        fingerprint: row.fingerprint,
        publishedAt: row.published_at.toISOString(),
        note: row.note,
        withdrawn: row.withdrawn_at
          ? { at: row.withdrawn_at.toISOString(), reason: row.withdrawn_reason ?? "" }
          : null,
      })),
    };
  });
}

/** The content of an edition; null when it was withdrawn: then it is out of the public's reach in the database, too. */
export function findSnapshot(reportId: number, edition: number): Promise<Snapshot | null> {
  return asViewer(publicViewer, async (tx) => {
    const stored = await tx.reportSnapshot.findUnique({
      where: { reportId_version: { reportId, version: edition } },
    });
    return (stored?.content as Snapshot | undefined) ?? null;
  });
}

/** A published report in a list, as its newest standing edition says. */
export interface PublishedRow {
  slug: string;
  title: string;
  unitKind: UnitKind;
  unitName: string;
  year: number;
  edition: number;
  publishedAt: string;
}

/** Whose reports: of one school, of areas (municipalities and regions), or all there are. */
export type PublishedAbout = { schoolId: number } | "areas" | "all";

/** Published reports, newest first. Reports whose every edition is withdrawn are left out. */
export function listPublished(about: PublishedAbout, limit = 100): Promise<PublishedRow[]> {
  const chosen =
    about === "all"
      ? Prisma.sql`TRUE`
      : about === "areas"
        ? Prisma.sql`r.school_id IS NULL`
        : Prisma.sql`r.school_id = ${about.schoolId}`;
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.$queryRaw<
      {
        slug: string;
        title: string;
        unit_kind: UnitKind;
        unit_name: string;
        year: number;
        version: number;
        published_at: Date;
      }[]
    >`SELECT * FROM (
        SELECT DISTINCT ON (r.id) r.slug, s.content->>'title' AS title, r.unit_kind, s.content->'unit'->>'name' AS unit_name,
          r.year, v.version, v.published_at
        FROM report_public r JOIN report_version v ON v.report_id = r.id
          JOIN report_snapshot s ON s.report_id = v.report_id AND s.version = v.version
        WHERE v.withdrawn_at IS NULL AND ${chosen} ORDER BY r.id, v.version DESC
      ) newest ORDER BY published_at DESC, slug LIMIT ${limit}`;
    return rows.map((row) => ({
      slug: row.slug,
      title: row.title,
      unitKind: row.unit_kind,
      unitName: row.unit_name,
      year: row.year,
      edition: row.version,
      publishedAt: row.published_at.toISOString(),
    }));
  });
}
