import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { unitNames } from "./row-reads.ts";
import type { Level, LibraryFilter } from "./schema.ts";
import { MET_FROM, MET_TO, type SearchWord, searchWords, snippetParts } from "./search-words.ts";
import type { ClauseHit, Found } from "./view.ts";

const SHOWN = 40;
/** How alike a word of the text must be to the asked one (pg_trgm's word similarity, 0 to 1). Typing errors of one or two letters stay above. */
const ALIKE = "0.45";
const EXCERPT = `StartSel=${MET_FROM}, StopSel=${MET_TO}, MaxFragments=2, MaxWords=22, MinWords=8, FragmentDelimiter=" … "`;
/** A clause as one reads it in a line. */
const READ = Prisma.sql`concat_ws('. ', nullif(c.heading, ''), nullif(c.body, ''))`;

type SearchFilter = Partial<Pick<LibraryFilter, "level" | "kind" | "topic">> & { q: string; on: string };

interface HitRow {
  regulation_id: number;
  slug: string;
  title: string;
  short_title: string;
  level: string;
  region_id: number | null;
  municipality_id: number | null;
  school_id: number | null;
  clause_key: string;
  number: string;
  heading: string;
  excerpt: string;
}

/**
 * Clauses of editions in force on a day that have all words of the question: by the Russian dictionary, or by the beginnings of
 * words, which also serves Ukrainian. When there are none, those that are written alike.
 */
export function searchClauses(viewer: Viewer, filter: SearchFilter): Promise<Found> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, (tx) => findClausesIn(tx, filter));
}

/** The same inside a transaction; the public side asks with its own scope. */
export async function findClausesIn(tx: ReadTx, filter: SearchFilter, limit = SHOWN): Promise<Found> {
  const words = searchWords(filter.q);
  if (words.length === 0) return { hits: [], alike: false, more: false };
  const query = queryOf(words);
  const exact = await readHits(
    tx,
    filter,
    Prisma.sql`SELECT clause_id, rank FROM sight, regulation_clauses_met(${query}, sight.editions)`,
    Prisma.sql`ts_headline('pg_catalog.russian', ${READ}, ${query}, ${EXCERPT})`,
    limit,
  );
  if (exact.length > 0) return asFound(tx, exact, limit, false);
  await tx.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)`;
  const long = words.filter(({ word }) => word.length > 3);
  if (long.length === 0) return { hits: [], alike: false, more: false };
  const each = long.map(
    ({ word }) =>
      Prisma.sql`SELECT clause_id, rank FROM sight, regulation_clauses_like(${word}, sight.editions)`,
  );
  const alike = await readHits(
    tx,
    filter,
    Prisma.sql`SELECT clause_id, sum(rank) AS rank FROM (${Prisma.join(each, " UNION ALL ")}) a GROUP BY clause_id HAVING count(*) = ${long.length}`,
    Prisma.sql`left(${READ}, 240)`,
    limit,
  );
  return asFound(tx, alike, limit, true);
}

/** Clauses for a picker: by number or words, of what is in force. */
export async function findClauses(
  viewer: Viewer,
  { q, on, limit = 20 }: { q: string; on: string; limit?: number },
): Promise<ClauseHit[]> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => (await findClausesIn(tx, { q, on }, limit)).hits);
}

function queryOf(words: readonly SearchWord[]): Prisma.Sql {
  const each = words.map(
    ({ word, prefix }) =>
      Prisma.sql`(plainto_tsquery('pg_catalog.russian', ${word}) || to_tsquery('pg_catalog.simple', ${prefix}))`,
  );
  return Prisma.sql`(${Prisma.join(each, " && ")})`;
}

function readHits(
  tx: ReadTx,
  filter: SearchFilter,
  met: Prisma.Sql,
  excerpt: Prisma.Sql,
  limit: number,
): Promise<HitRow[]> {
  const { level, kind, topic, on } = filter;
  const asked = [
    level ? Prisma.sql`r.level = ${level}` : null,
    kind ? Prisma.sql`r.kind = ${kind}` : null,
    topic ? Prisma.sql`r.topic = ${topic}` : null,
  ].filter((part) => part !== null);
  return tx.$queryRaw<HitRow[]>`
    WITH sight AS MATERIALIZED (
      SELECT coalesce(array_agg(e.id), '{}') AS editions FROM regulation_edition e JOIN regulation r ON r.id = e.regulation_id
      WHERE e.status = 'adopted' AND e.effective_from <= ${on}::date AND (e.effective_to IS NULL OR e.effective_to >= ${on}::date)
        ${asked.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(asked, " AND ")}`}
    ), met AS MATERIALIZED (${met}), best AS (
      SELECT c.id, met.rank, r.id AS regulation_id, r.slug, r.title, r.short_title, r.level, r.region_id, r.municipality_id, r.school_id
      FROM met JOIN regulation_clause c ON c.id = met.clause_id JOIN regulation_edition e ON e.id = c.edition_id
        JOIN regulation r ON r.id = e.regulation_id
      ORDER BY met.rank DESC, c.id LIMIT ${limit + 1}
    )
    SELECT best.*, c.clause_key, c.number, c.heading, ${excerpt} AS excerpt
    FROM best JOIN regulation_clause c ON c.id = best.id ORDER BY best.rank DESC, best.id`;
}

async function asFound(tx: ReadTx, rows: readonly HitRow[], limit: number, alike: boolean): Promise<Found> {
  const shown = rows.slice(0, limit);
  const units = await unitNames(
    tx,
    shown.map((row) => ({
      regionId: row.region_id,
      municipalityId: row.municipality_id,
      schoolId: row.school_id,
    })),
  );
  const hits = shown.map(
    (row, index): ClauseHit => ({
      regulationId: row.regulation_id,
      slug: row.slug,
      title: row.title,
      shortTitle: row.short_title,
      level: row.level as Level,
      unit: units[index] ?? "",
      clauseKey: row.clause_key,
      number: row.number,
      heading: row.heading,
      snippet: snippetParts(row.excerpt.replace(/\s+/g, " ").trim()),
    }),
  );
  return { hits, alike, more: rows.length > limit };
}
