import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { publicViewer } from "../platform/access/viewer.ts";
import type { Snapshot } from "./snapshot.ts";

export interface PublishedEdition {
  slug: string;
  edition: number;
  publishedAt: string;
  note: string;
  fingerprint: string;
  /** Null for a withdrawn edition: its content is out of the public's reach in the database, too. */
  snapshot: Snapshot | null;
  withdrawn: { at: string; reason: string } | null;
  /** All editions, newest first. */
  editions: { edition: number; publishedAt: string; note: string; withdrawn: boolean }[];
}

/** A published report: the newest edition, or the one asked for. Null when there is none: drafts do not exist for the public. */
export function findPublished(slug: string, edition: number | null): Promise<PublishedEdition | null> {
  return asViewer(publicViewer, async (tx) => {
    const report = await tx.report.findUnique({
      where: { slug },
      include: { versions: { orderBy: { version: "desc" } } },
    });
    const asked = report?.versions.find((v) => edition === null || v.version === edition);
    if (!report || !asked) return null;
    const stored = await tx.reportSnapshot.findUnique({
      where: { reportId_version: { reportId: report.id, version: asked.version } },
    });
    return {
      slug,
      edition: asked.version,
      publishedAt: asked.publishedAt.toISOString(),
      note: asked.note,
      fingerprint: asked.fingerprint,
      snapshot: (stored?.content as Snapshot | undefined) ?? null,
      withdrawn: asked.withdrawnAt
        ? { at: asked.withdrawnAt.toISOString(), reason: asked.withdrawnReason ?? "" }
        : null,
      editions: report.versions.map((v) => ({
        edition: v.version,
        publishedAt: v.publishedAt.toISOString(),
        note: v.note,
        withdrawn: v.withdrawnAt !== null,
      })),
    };
  });
}

export interface PublishedRow {
  slug: string;
  title: string;
  unitKind: string;
  year: number;
  publishedAt: string;
}

/** Published reports of a school (by id), or of areas; newest first. Reports whose every edition is withdrawn are left out. */
export function listPublished(about: { schoolId: number } | { areas: true }): Promise<PublishedRow[]> {
  return asViewer(publicViewer, async (tx) => {
    const reports = await tx.report.findMany({
      where: {
        ...("schoolId" in about ? { schoolId: about.schoolId } : { schoolId: null }),
        versions: { some: { withdrawnAt: null } },
      },
      include: { versions: { where: { withdrawnAt: null }, orderBy: { version: "desc" }, take: 1 } },
      orderBy: [{ year: "desc" }, { id: "desc" }],
      take: 100,
    });
    return reports.map((r) => ({
      slug: r.slug,
      title: r.title,
      unitKind: r.unitKind,
      year: r.year,
      publishedAt: r.versions[0]?.publishedAt.toISOString() ?? "",
    }));
  });
}
