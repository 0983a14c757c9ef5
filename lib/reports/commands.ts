import { createHash } from "node:crypto";
import { asViewer, inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { type Composed, compose, type ReportRecord } from "./compose.ts";
import { publicationIssues } from "./rules.ts";
import type {
  CreateReportInput,
  EditReportInput,
  PublishReportInput,
  WithdrawReportInput,
} from "./schema.ts";
import type { Snapshot } from "./snapshot.ts";

/** Starts a draft about a unit of the viewer's scope. Its public address is made once and stays. */
export async function createReport(
  viewer: Viewer,
  input: CreateReportInput,
  now: Date,
): Promise<{ reportId: number }> {
  permit(viewer, "reports.draft");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  return inTransaction(viewer, async (tx) => {
    const unit = await unitOf(tx, viewer, input.unit);
    const slug = await freeSlug(tx, `${unit.slug}-${input.year}`);
    const { id } = await tx.report.create({
      data: {
        slug,
        unitKind: input.unit.kind,
        ...unit.ids,
        year: input.year,
        title: input.title,
        workIds: await usualWorks(tx, input),
        createdAt: now,
        createdBy: personId,
      },
    });
    await record(
      tx,
      viewer,
      {
        action: "reports.create",
        subject: `report:${id}`,
        municipalityId: unit.ids.municipalityId,
        schoolId: unit.ids.schoolId,
      },
      now,
    );
    return { reportId: id };
  });
}

/** Changes a draft. Published editions stay as they are. */
export async function editReport(viewer: Viewer, input: EditReportInput, now: Date): Promise<void> {
  permit(viewer, "reports.draft");
  await inTransaction(viewer, async (tx) => {
    const report = await ownReport(tx, input.reportId);
    const known = await tx.work.count({ where: { id: { in: input.workIds } } });
    if (known !== new Set(input.workIds).size) throw new RefusedError("notFound");
    const { count } = await tx.report.updateMany({
      where: { id: input.reportId, version: input.version },
      data: {
        title: input.title,
        foreword: input.foreword,
        workIds: [...new Set(input.workIds)],
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw new RefusedError("conflict", "reports.refused.changedMeanwhile");
    await record(
      tx,
      viewer,
      {
        action: "reports.edit",
        subject: `report:${report.id}`,
        municipalityId: report.municipalityId,
        schoolId: report.schoolId,
        details: { works: input.workIds },
      },
      now,
    );
  });
}

/**
 * Publishes the draft as a new edition: a frozen snapshot with small numbers taken out. Refused while an error stands or
 * a warning is not confirmed. Two publications of one municipality wait for each other, so that each knows the other's cells.
 */
export async function publishReport(
  viewer: Viewer,
  input: PublishReportInput,
  now: Date,
): Promise<{ edition: number; slug: string }> {
  permit(viewer, "reports.publish");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  // The viewer's own scope decides whether the report is theirs; then the portal itself composes, because protection needs the neighbours.
  await asViewer(viewer, (tx) => ownReport(tx, input.reportId));
  return inTransaction(systemViewer, async (tx) => {
    const report = found(await tx.report.findUnique({ where: { id: input.reportId } }));
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7406, ${report.regionId ?? 0})`;
    if (report.version !== input.version)
      throw new RefusedError("conflict", "reports.refused.changedMeanwhile");
    const composed = await compose(tx, report);
    const previous = await previousEdition(tx, report.id, composed.snapshot);
    const { errors, warnings } = publicationIssues({
      ...composed,
      title: report.title,
      workIds: report.workIds,
      previous,
      note: input.note,
    });
    if (errors[0]) throw new RefusedError("invalid", "reports.refused.errorsStand", { count: errors.length });
    const open = warnings.filter((warning) => !input.confirmed.includes(warning.key));
    if (open.length > 0)
      throw new RefusedError("invalid", "reports.refused.warningsOpen", { count: open.length });
    const edition = (previous?.edition ?? 0) + 1;
    await storeEdition(
      tx,
      report,
      composed,
      { edition, note: input.note, confirmed: warnings.map((warning) => warning.key), personId },
      now,
    );
    const details = {
      edition,
      fingerprint: fingerprint(composed.snapshot),
      works: report.workIds,
      confirmed: warnings.map((warning) => warning.key),
    };
    // The journal names the person, not the portal on whose behalf the numbers were composed.
    await record(
      tx,
      viewer,
      {
        action: "reports.publish",
        subject: `report:${report.id}`,
        municipalityId: report.municipalityId,
        schoolId: report.schoolId,
        details,
      },
      now,
    );
    return { edition, slug: report.slug };
  });
}

/** Takes an edition back. Its address stays and says that it was withdrawn and why; what was public once stays in the ledger. */
export async function withdrawReport(viewer: Viewer, input: WithdrawReportInput, now: Date): Promise<void> {
  permit(viewer, "reports.publish");
  await inTransaction(viewer, async (tx) => {
    const report = await ownReport(tx, input.reportId);
    const { count } = await tx.reportVersion.updateMany({
      where: { reportId: report.id, version: input.edition, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnBy: viewer.personId, withdrawnReason: input.reason },
    });
    if (count !== 1) throw new RefusedError("conflict", "reports.refused.notPublished");
    await record(
      tx,
      viewer,
      {
        action: "reports.withdraw",
        subject: `report:${report.id}`,
        municipalityId: report.municipalityId,
        schoolId: report.schoolId,
        details: { edition: input.edition, reason: input.reason },
      },
      now,
    );
  });
}

/** SHA-256 of the snapshot as it is stored; printed on the page, so that anybody can see that it was not changed. */
export function fingerprint(snapshot: Snapshot): string {
  return createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");
}

/** The report when the viewer's scope covers its unit; a school's officer may not touch a municipality's report. */
export async function ownReport(
  tx: Pick<WriteTx, "report">,
  reportId: number,
): Promise<ReportRecord & { slug: string; version: number }> {
  return found(await tx.report.findUnique({ where: { id: reportId } }));
}

/** The newest edition, withdrawn or not, and whether it says the same. */
export async function previousEdition(
  tx: Pick<WriteTx, "reportVersion">,
  reportId: number,
  snapshot: Snapshot,
): Promise<{ edition: number; same: boolean } | null> {
  const last = await tx.reportVersion.findFirst({ where: { reportId }, orderBy: { version: "desc" } });
  return last
    ? { edition: last.version, same: last.withdrawnAt === null && last.fingerprint === fingerprint(snapshot) }
    : null;
}

async function storeEdition(
  tx: WriteTx,
  report: ReportRecord,
  composed: Composed,
  edition: { edition: number; note: string; confirmed: string[]; personId: number },
  now: Date,
): Promise<void> {
  const key = { reportId: report.id, version: edition.edition };
  await tx.reportVersion.create({
    data: {
      ...key,
      fingerprint: fingerprint(composed.snapshot),
      note: edition.note,
      confirmations: edition.confirmed,
      publishedAt: now,
      publishedBy: edition.personId,
    },
  });
  await tx.reportSnapshot.create({
    data: { ...key, content: JSON.parse(JSON.stringify(composed.snapshot)) },
  });
  await tx.publishedCell.createMany({
    data: composed.cells.map((cell) => ({
      ...key,
      ...cell,
      municipalityId: report.municipalityId,
      regionId: report.regionId,
    })),
  });
  await tx.report.updateMany({ where: { id: report.id, publishedAt: null }, data: { publishedAt: now } });
}

async function unitOf(tx: WriteTx, viewer: Viewer, unit: CreateReportInput["unit"]) {
  if (unit.kind === "school") {
    const school = found(
      await tx.school.findUnique({ where: { id: unit.id }, include: { municipality: true } }),
    );
    return {
      slug: school.slug,
      ids: {
        schoolId: school.id,
        municipalityId: school.municipalityId,
        regionId: school.municipality.regionId,
      },
    };
  }
  // Names of areas can be read by everybody; their reports are written by those whose scope covers them whole.
  if (viewer.schoolId !== null) throw new RefusedError("notFound");
  if (unit.kind === "municipality") {
    if (viewer.scope.kind === "municipality" && viewer.scope.id !== unit.id)
      throw new RefusedError("notFound");
    const municipality = found(await tx.municipality.findUnique({ where: { id: unit.id } }));
    if (viewer.scope.kind === "region" && viewer.scope.id !== municipality.regionId)
      throw new RefusedError("notFound");
    return {
      slug: municipality.slug,
      ids: { schoolId: null, municipalityId: municipality.id, regionId: municipality.regionId },
    };
  }
  if (viewer.scope.kind === "municipality" || (viewer.scope.kind === "region" && viewer.scope.id !== unit.id))
    throw new RefusedError("notFound");
  const region = found(await tx.region.findUnique({ where: { id: unit.id } }));
  return {
    slug: `region-${region.code}`,
    ids: { schoolId: null, municipalityId: null, regionId: region.id },
  };
}

async function freeSlug(tx: WriteTx, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    // Asked past the viewer's sight: another unit's report may have the address.
    const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT report_slug_taken(${slug}) AS taken`;
    if (!row?.taken) return slug;
  }
}

/** A draft begins with every work of the year for which the unit has results. */
async function usualWorks(tx: WriteTx, input: CreateReportInput): Promise<number[]> {
  const { kind, id } = input.unit;
  const rows =
    kind === "school"
      ? await tx.$queryRaw<
          { work_id: number }[]
        >`SELECT work_id FROM summary WHERE school_id = ${id} AND year = ${input.year} AND class_label = '*' ORDER BY work_id`
      : await tx.$queryRaw<
          { work_id: number }[]
        >`SELECT work_id FROM area_summary WHERE area_kind = ${kind} AND area_id = ${id} AND year = ${input.year} AND schools > 0 ORDER BY work_id`;
  return rows.map((row) => row.work_id);
}
