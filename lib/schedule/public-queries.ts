import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { publicViewer } from "../platform/access/viewer.ts";
import type { EditionContent } from "./edition.ts";

export interface PublishedSchedule {
  number: number;
  publishedAt: Date;
  reason: string;
  content: EditionContent;
}

/** The newest edition of a school for everybody, of the year asked for or of the newest one; null when nothing is published. */
export function findPublishedSchedule(
  schoolId: number,
  year: number | null,
): Promise<PublishedSchedule | null> {
  return asViewer(publicViewer, async (tx) => {
    const row = await tx.scheduleEdition.findFirst({
      where: { schoolId, ...(year === null ? {} : { year }) },
      orderBy: [{ year: "desc" }, { number: "desc" }],
    });
    return (
      row && {
        number: row.number,
        publishedAt: row.publishedAt,
        reason: row.reason,
        content: row.content as unknown as EditionContent,
      }
    );
  });
}

/** Years of which a school has published its schedule, newest first. */
export function listPublishedYears(schoolId: number): Promise<number[]> {
  return asViewer(publicViewer, async (tx) => {
    const rows = await tx.scheduleEdition.findMany({
      where: { schoolId, number: 1 },
      orderBy: { year: "desc" },
      select: { year: true },
    });
    return rows.map(({ year }) => year);
  });
}

export interface PublishedSchool {
  slug: string;
  name: string;
  municipality: string;
  year: number;
  number: number;
  publishedAt: Date;
}

/** Schools that have published a schedule, by name, each with the newest edition of its newest year. */
export function listPublishedSchedules(search: string, limit = 500): Promise<PublishedSchool[]> {
  const pattern = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return asViewer(
    publicViewer,
    (tx) => tx.$queryRaw<PublishedSchool[]>`
      SELECT s.slug, s.name, s.municipality_name AS municipality, e.year::int, e.number::int, e.published_at AS "publishedAt"
      FROM school_public s JOIN LATERAL (
        SELECT year, number, published_at FROM schedule_edition e WHERE e.school_id = s.id ORDER BY year DESC, number DESC LIMIT 1) e ON true
      WHERE s.closed_on IS NULL AND (s.name ILIKE ${pattern} OR s.municipality_name ILIKE ${pattern} OR s.locality ILIKE ${pattern})
      ORDER BY s.name COLLATE "natural_order", s.id LIMIT ${limit}`,
  );
}
