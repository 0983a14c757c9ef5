import "server-only";
import { type AnalysedWork, worksOf } from "../insights/works.ts";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { ownReport, previousEdition } from "./commands.ts";
import { compose } from "./compose.ts";
import { type Issue, publicationIssues } from "./rules.ts";
import type { Snapshot } from "./snapshot.ts";

export interface ReportRow {
  id: number;
  slug: string;
  title: string;
  unitKind: string;
  unitName: string;
  year: number;
  /** The newest edition; 0 for a draft that was never published. */
  edition: number;
  withdrawn: boolean;
  publishedAt: string | null;
}

/** Reports of the viewer's units, newest year first. */
export function listReports(viewer: Viewer, page = 1): Promise<ReportRow[]> {
  permit(viewer, "reports.read");
  return asViewer(viewer, async (tx) => {
    const reports = await tx.report.findMany({
      include: { versions: { orderBy: { version: "desc" }, take: 1 } },
      orderBy: [{ year: "desc" }, { id: "desc" }],
      take: 50,
      skip: (page - 1) * 50,
    });
    const schools = await tx.school.findMany({
      where: { id: { in: reports.flatMap((r) => r.schoolId ?? []) } },
    });
    const municipalities = await tx.municipality.findMany();
    const regions = await tx.region.findMany();
    return reports.map((r) => {
      const [last] = r.versions;
      const unitName =
        r.schoolId !== null
          ? schools.find((s) => s.id === r.schoolId)?.name
          : r.municipalityId !== null
            ? municipalities.find((m) => m.id === r.municipalityId)?.name
            : regions.find((one) => one.id === r.regionId)?.name;
      return {
        id: r.id,
        slug: r.slug,
        title: r.title,
        unitKind: r.unitKind,
        unitName: unitName ?? "",
        year: r.year,
        edition: last?.version ?? 0,
        withdrawn: last?.withdrawnAt != null,
        publishedAt: last?.publishedAt.toISOString() ?? null,
      };
    });
  });
}

export interface DraftView {
  id: number;
  slug: string;
  version: number;
  title: string;
  foreword: string;
  year: number;
  unit: Snapshot["unit"];
  works: { work: AnalysedWork; chosen: boolean }[];
  /** What an edition published now would show. */
  preview: Snapshot;
  errors: Issue[];
  warnings: Issue[];
  editions: {
    edition: number;
    publishedAt: string;
    note: string;
    fingerprint: string;
    withdrawnAt: string | null;
    withdrawnReason: string | null;
  }[];
}

/** A draft with its preview and checklist. The preview is exactly what publishing would freeze. */
export async function getDraft(viewer: Viewer, reportId: number, note = ""): Promise<DraftView> {
  permit(viewer, "reports.read");
  const own = await asViewer(viewer, async (tx) => {
    const report = await ownReport(tx, reportId);
    const versions = await tx.reportVersion.findMany({ where: { reportId }, orderBy: { version: "desc" } });
    const id = report.schoolId ?? report.municipalityId ?? report.regionId ?? 0;
    const works = await worksOf(tx, { kind: report.unitKind as "school", id, classLabel: null });
    return { report, versions, works };
  });
  // Deciding what may be shown needs the neighbours' numbers; only "hidden" comes out of it.
  const composed = await asViewer(systemViewer, async (tx) => {
    const parts = await compose(tx, own.report);
    return { ...parts, previous: await previousEdition(tx, reportId, parts.snapshot) };
  });
  const { report } = own;
  // Without a note the page shows the field; the missing note is the command's to refuse.
  const issues = publicationIssues({
    ...composed,
    title: report.title,
    workIds: report.workIds,
    note: note || "—————",
  });
  return {
    id: report.id,
    slug: report.slug,
    version: report.version,
    title: report.title,
    foreword: report.foreword,
    year: report.year,
    unit: composed.snapshot.unit,
    works: own.works
      .filter((work) => work.year === report.year || report.workIds.includes(work.id))
      .map((work) => ({ work, chosen: report.workIds.includes(work.id) })),
    preview: composed.snapshot,
    ...issues,
    editions: own.versions.map((v) => ({
      edition: v.version,
      publishedAt: v.publishedAt.toISOString(),
      note: v.note,
      fingerprint: v.fingerprint,
      withdrawnAt: v.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: v.withdrawnReason,
    })),
  };
}
