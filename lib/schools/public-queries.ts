import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { publicViewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { finalSuccessor } from "./lineage-rules.ts";
import { pageOf, type SchoolKind, schoolsPerPage } from "./rules.ts";
import { schoolMatches } from "./search.ts";

export interface PublicSchool {
  id: number;
  slug: string;
  name: string;
  fullName: string;
  kind: SchoolKind;
  locality: string;
  municipality: { id: number; slug: string; name: string };
}

export interface PublicSchoolFilter {
  search: string;
  /** The municipality's slug. */
  municipality: string | null;
  page: number;
}

/** A page of open schools for everybody, in natural order of their names; never by results. */
export async function listPublicSchools(
  filter: PublicSchoolFilter,
): Promise<{ rows: PublicSchool[]; total: number; page: number; pages: number }> {
  const inArea =
    filter.municipality === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`s.municipality_slug = ${filter.municipality}`;
  const asked = Prisma.sql`FROM school_public s
    WHERE s.closed_on IS NULL AND ${inArea} AND ${schoolMatches(filter.search, { login: false })}`;
  return asViewer(publicViewer, async (tx) => {
    const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${asked}`;
    const total = counted[0]?.total ?? 0;
    const { page, pages, skip } = pageOf(filter.page, total);
    const rows = await tx.$queryRaw<PublicRow[]>`
      SELECT s.* ${asked} ORDER BY s.name COLLATE "natural_order", s.id LIMIT ${schoolsPerPage} OFFSET ${skip}`;
    return { rows: rows.map(publicSchool), total, page, pages };
  });
}

/** Public addresses of open schools, for search engines. */
export async function listPublicSlugs(limit: number): Promise<string[]> {
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM school_public WHERE closed_on IS NULL ORDER BY slug LIMIT ${limit}`;
    return rows.map((row) => row.slug);
  });
}

/** Municipalities that have schools, by name. */
export async function listPublicMunicipalities(): Promise<{ slug: string; name: string; schools: number }[]> {
  return asViewer(
    publicViewer,
    (tx) => tx.$queryRaw<{ slug: string; name: string; schools: number }[]>`
      SELECT municipality_slug AS slug, municipality_name AS name, count(*) FILTER (WHERE closed_on IS NULL)::int AS schools
      FROM school_public GROUP BY municipality_slug, municipality_name ORDER BY municipality_name COLLATE "natural_order"`,
  );
}

/**
 * The school of a public address, or null. A closed one comes with `closedOn` and, when it became part of another, with
 * the school in which that chain ends: its address answers 410 and names it.
 */
export async function findPublicSchool(slug: string): Promise<
  | (PublicSchool & {
      closedOn: string | null;
      successor: { slug: string; name: string } | null;
      formerNames: { name: string; until: string }[];
      /** Schools that became part of this one, the last first. */
      tookIn: { slug: string; name: string; on: string }[];
    })
  | null
> {
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.$queryRaw<(PublicRow & { closed_day: string | null })[]>`
      SELECT s.*, s.closed_on::text AS closed_day FROM school_public s WHERE s.slug = ${slug}`;
    const row = rows[0];
    if (!row) return null;
    const merges = await tx.$queryRaw<{ school_id: number; successor_id: number }[]>`
      SELECT school_id, successor_id FROM school_lineage_public WHERE kind = 'merge'`;
    const heirId = finalSuccessor(row.id, new Map(merges.map((one) => [one.school_id, one.successor_id])));
    const heirs = await tx.$queryRaw<{ slug: string; name: string }[]>`
      SELECT slug, name FROM school_public WHERE id = ${heirId} AND id <> ${row.id}`;
    const formerNames = await tx.$queryRaw<{ name: string; until: string }[]>`
      SELECT from_name AS name, happened_on::text AS until FROM school_lineage_public
      WHERE school_id = ${row.id} AND kind = 'rename' ORDER BY happened_on DESC, id DESC`;
    const tookIn = await tx.$queryRaw<{ slug: string; name: string; on: string }[]>`
      SELECT school_slug AS slug, school_name AS name, happened_on::text AS "on" FROM school_lineage_public
      WHERE successor_id = ${row.id} AND kind = 'merge' ORDER BY happened_on DESC, id DESC`;
    return {
      ...publicSchool(row),
      closedOn: row.closed_day,
      successor: heirs[0] ?? null,
      formerNames,
      tookIn,
    };
  });
}

interface PublicRow {
  id: number;
  slug: string;
  name: string;
  full_name: string;
  kind: SchoolKind;
  locality: string;
  municipality_id: number;
  municipality_name: string;
  municipality_slug: string;
}

function publicSchool(row: PublicRow): PublicSchool {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    fullName: row.full_name,
    kind: row.kind,
    locality: row.locality,
    municipality: { id: row.municipality_id, slug: row.municipality_slug, name: row.municipality_name },
  };
}
