import { asViewer, inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { fingerprint } from "./canonical.ts";
import { type Composed, compose, type ReportRecord } from "./compose.ts";
import { freeSlug, reportUnit, usualWorks } from "./draft-writes.ts";
import { publicationIssues } from "./rules.ts";
import type {
  CreateReportInput,
  DeleteReportInput,
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
    const unit = await reportUnit(tx, viewer, input.unit);
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

/** Removes a draft of which no edition was ever published. */
export async function deleteReport(viewer: Viewer, input: DeleteReportInput, now: Date): Promise<void> {
  permit(viewer, "reports.draft");
  await inTransaction(viewer, async (tx) => {
    const report = await ownReport(tx, input.reportId);
    const { count } = await tx.report.deleteMany({
      where: { id: report.id, version: input.version, versions: { none: {} } },
    });
    if (count !== 1) throw new RefusedError("conflict", "reports.refused.notDeletable");
    await record(
      tx,
      viewer,
      {
        action: "reports.delete",
        subject: `report:${report.id}`,
        municipalityId: report.municipalityId,
        schoolId: report.schoolId,
        details: { title: report.title, year: report.year },
      },
      now,
    );
  });
}

/**
 * Publishes the draft as a new edition: a frozen snapshot with small numbers taken out. Refused while an error stands or
 * a warning is not confirmed, or when the numbers are no longer those that the person saw (`fingerprint` of the preview).
 * Two publications of one region wait for each other, so that each knows the other's cells.
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
    await oneAtATime(tx, input.reportId);
    const report = found(await tx.report.findUnique({ where: { id: input.reportId } }));
    if (report.version !== input.version)
      throw new RefusedError("conflict", "reports.refused.changedMeanwhile");
    const composed = await compose(tx, report);
    if (input.fingerprint !== undefined && input.fingerprint !== fingerprint(composed.snapshot))
      throw new RefusedError("conflict", "reports.refused.numbersChanged");
    const previous = await previousEdition(tx, report.id, composed.snapshot);
    const { errors, warnings } = publicationIssues({
      ...composed,
      title: report.title,
      workIds: report.workIds,
      previous,
      note: input.note,
    });
    if (errors.some((issue) => issue.key === "noteMissing"))
      throw new RefusedError("invalid", "reports.refused.noteMissing");
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

/** Publications of one region wait for each other, and a change of the draft waits for its publication. */
async function oneAtATime(tx: WriteTx, reportId: number): Promise<void> {
  const [report] = await tx.$queryRaw<{ region_id: number | null }[]>`
    SELECT region_id FROM report WHERE id = ${reportId} FOR UPDATE`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7406, ${report?.region_id ?? 0}::int)`;
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
