import "server-only";
import { type AnalysedWork, worksOf } from "../insights/works.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { fingerprint } from "./canonical.ts";
import { ownReport, previousEdition } from "./commands.ts";
import { compose, inPageOrder } from "./compose.ts";
import { type Issue, publicationIssues } from "./rules.ts";
import type { Snapshot, UnitKind } from "./snapshot.ts";

export interface ReportRow {
  id: number;
  slug: string;
  title: string;
  unitKind: UnitKind;
  unitName: string;
  year: number;
  /** The newest edition; 0 for a draft that was never published. */
  edition: number;
  withdrawn: boolean;
  publishedAt: string | null;
}

export const reportsPerPage = 50;

/** Reports of the viewer's units, newest year first. */
export function listReports(viewer: Viewer, page = 1): Promise<{ rows: ReportRow[]; total: number }> {
  permit(viewer, "reports.read");
  return asViewer(viewer, async (tx) => {
    const reports = await tx.report.findMany({
      include: { versions: { orderBy: { version: "desc" }, take: 1 } },
      orderBy: [{ year: "desc" }, { id: "desc" }],
      take: reportsPerPage,
      skip: (page - 1) * reportsPerPage,
    });
    const named = await unitNames(tx, reports);
    const rows = reports.map((report, index) => {
      const [last] = report.versions;
      return {
        id: report.id,
        slug: report.slug,
        title: report.title,
        unitKind: report.unitKind as UnitKind,
        unitName: named[index] ?? "",
        year: report.year,
        edition: last?.version ?? 0,
        withdrawn: last?.withdrawnAt != null,
        publishedAt: last?.publishedAt.toISOString() ?? null,
      };
    });
    return { rows, total: await tx.report.count() };
  });
}

async function unitNames(
  tx: ReadTx,
  reports: readonly { schoolId: number | null; municipalityId: number | null; regionId: number | null }[],
): Promise<string[]> {
  const ids = (of: (report: (typeof reports)[number]) => number | null) => ({
    where: { id: { in: reports.flatMap((report) => of(report) ?? []) } },
  });
  const names = (rows: { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  const schools = names(await tx.school.findMany(ids((report) => report.schoolId)));
  const municipalities = names(await tx.municipality.findMany(ids((report) => report.municipalityId)));
  const regions = names(await tx.region.findMany(ids((report) => report.regionId)));
  return reports.map(
    ({ schoolId, municipalityId, regionId }) =>
      (schoolId !== null
        ? schools.get(schoolId)
        : municipalityId !== null
          ? municipalities.get(municipalityId)
          : regions.get(regionId ?? 0)) ?? "",
  );
}

/** About whom and about which years a new draft may be. */
export interface ReportStart {
  /** `school-12`, … with the name; the viewer's own unit first. Schools of an area only while they are a list to choose from. */
  units: { key: string; kind: UnitKind; name: string }[];
  /** Years with results, newest first. */
  years: number[];
}

const mostSchools = 300;

/** What a new draft can be started with. */
export function getReportStart(viewer: Viewer): Promise<ReportStart> {
  permit(viewer, "reports.draft");
  return asViewer(viewer, async (tx) => {
    const { scope } = viewer;
    const unit = (kind: UnitKind) => (row: { id: number; name: string }) => ({
      key: `${kind}-${row.id}`,
      kind,
      name: row.name,
    });
    const regions =
      scope.kind === "all" || scope.kind === "region"
        ? await tx.region.findMany({
            where: scope.kind === "region" ? { id: scope.id } : {},
            orderBy: { code: "asc" },
          })
        : [];
    const municipalities =
      viewer.schoolId !== null
        ? []
        : await tx.$queryRaw<{ id: number; name: string }[]>`
            SELECT id, name FROM municipality WHERE id IN (SELECT visible_municipality_ids()) ORDER BY name COLLATE natural_order, id`;
    const schools = await tx.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM school WHERE closed_on IS NULL ORDER BY name COLLATE natural_order, id LIMIT ${mostSchools + 1}`;
    const years = await tx.resultSet.findMany({
      distinct: ["year"],
      select: { year: true },
      orderBy: { year: "desc" },
    });
    return {
      units: [
        ...regions.map(unit("region")),
        ...municipalities.map(unit("municipality")),
        ...(schools.length > mostSchools ? [] : schools.map(unit("school"))),
      ],
      years: years.map(({ year }) => year),
    };
  });
}

export interface EditionView {
  edition: number;
  publishedAt: string;
  note: string;
  fingerprint: string;
  withdrawn: { at: string; reason: string } | null;
}

export interface DraftView {
  id: number;
  slug: string;
  version: number;
  title: string;
  foreword: string;
  year: number;
  unit: Snapshot["unit"];
  works: { work: AnalysedWork & { participants: number }; chosen: boolean }[];
  /** What an edition published now would show. */
  preview: Snapshot;
  /** Of the preview; goes back with the publication, so that nobody publishes what they have not seen. */
  fingerprint: string;
  errors: Issue[];
  warnings: Issue[];
  /** Newest first. */
  editions: EditionView[];
}

/** A draft with its preview and checklist. The preview is exactly what publishing would freeze. */
export async function getDraft(viewer: Viewer, reportId: number): Promise<DraftView> {
  permit(viewer, "reports.read");
  const own = await asViewer(viewer, async (tx) => {
    const report = await ownReport(tx, reportId);
    const versions = await tx.reportVersion.findMany({ where: { reportId }, orderBy: { version: "desc" } });
    const id = report.schoolId ?? report.municipalityId ?? report.regionId ?? 0;
    const works = await worksOf(tx, { kind: report.unitKind as UnitKind, id, classLabel: null });
    return { report, versions, works };
  });
  // Deciding what may be shown needs the neighbours' numbers; only "hidden" comes out of it.
  const composed = await asViewer(systemViewer, async (tx) => {
    const parts = await compose(tx, own.report);
    return { ...parts, previous: await previousEdition(tx, reportId, parts.snapshot) };
  });
  const { report } = own;
  const { errors, warnings } = publicationIssues({
    ...composed,
    title: report.title,
    workIds: report.workIds,
    // The note is asked for in the form of publishing; the missing one is the command's to refuse.
    note: "—————",
  });
  return {
    id: report.id,
    slug: report.slug,
    version: report.version,
    title: report.title,
    foreword: report.foreword,
    year: report.year,
    unit: composed.snapshot.unit,
    works: inPageOrder(own.works)
      .filter((work) => work.year === report.year || report.workIds.includes(work.id))
      .map((work) => ({ work, chosen: report.workIds.includes(work.id) })),
    preview: composed.snapshot,
    fingerprint: fingerprint(composed.snapshot),
    errors,
    warnings,
    editions: own.versions.map((version) => ({
      edition: version.version,
      publishedAt: version.publishedAt.toISOString(),
      note: version.note,
      fingerprint: version.fingerprint,
      withdrawn: version.withdrawnAt
        ? { at: version.withdrawnAt.toISOString(), reason: version.withdrawnReason ?? "" }
        : null,
    })),
  };
}
