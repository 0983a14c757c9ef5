import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dateToDay, dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { moveInside } from "./commands.ts";
import type { CampaignInput, CloseInput, ExceptionInput, ExtendInput } from "./schema.ts";

/** Opens a campaign for a region or a municipality that the viewer works for. */
export async function openCampaign(viewer: Viewer, input: CampaignInput, now: Date): Promise<{ id: number }> {
  permit(viewer, "campaigns.manage");
  return inTransaction(viewer, async (tx) => {
    const area = await areaOf(tx, viewer, input.area);
    const works = await tx.work.findMany({
      where: { id: { in: input.works } },
      select: { id: true, year: true },
    });
    if (works.length !== new Set(input.works).size) throw new RefusedError("notFound");
    const year = Math.max(...works.map((work) => work.year));
    const { id } = await tx.campaign.create({
      data: {
        ...{ ...area, year, title: input.title, createdAt: now, createdBy: viewer.personId },
        ...daysOf(input),
        works: { create: works.map((work) => ({ workId: work.id })) },
      },
    });
    const details = { ...input, area: undefined, works: works.map((work) => work.id) };
    await note(tx, viewer, "campaigns.open", { id, ...area }, details, now);
    return { id };
  });
}

/** Changes the days of a campaign, with a reason; earlier days stay in the journal. */
export async function extendCampaign(viewer: Viewer, input: ExtendInput, now: Date): Promise<void> {
  permit(viewer, "campaigns.manage");
  await inTransaction(viewer, async (tx) => {
    const before = await takeCampaign(tx, viewer, input);
    await tx.campaign.update({
      where: { id: before.id },
      data: { ...daysOf(input), version: { increment: 1 } },
    });
    const days = (one: typeof before) => ({
      opensOn: dateToDay(one.opensOn),
      dueOn: dateToDay(one.dueOn),
      closesOn: dateToDay(one.closesOn),
    });
    const { opensOn, dueOn, closesOn, reason } = input;
    const details = { before: days(before), after: { opensOn, dueOn, closesOn }, reason };
    await note(tx, viewer, "campaigns.extend", before, details, now);
  });
}

/** Closes a campaign before its last day, or opens it again; with a reason. */
export async function closeCampaign(viewer: Viewer, input: CloseInput, now: Date): Promise<void> {
  permit(viewer, "campaigns.manage");
  await inTransaction(viewer, async (tx) => {
    const before = await takeCampaign(tx, viewer, input);
    const closes = input.closed === "yes";
    await tx.campaign.update({
      where: { id: before.id },
      data: { closedAt: closes ? (before.closedAt ?? now) : null, version: { increment: 1 } },
    });
    const action = closes ? "campaigns.close" : "campaigns.reopen";
    await note(tx, viewer, action, before, { reason: input.reason }, now);
  });
}

/** Lets one school bring and submit results until a day after the end; a later one replaces it. */
export async function giveException(viewer: Viewer, input: ExceptionInput, now: Date): Promise<void> {
  permit(viewer, "campaigns.manage");
  const { campaignId, schoolId, untilOn, reason } = input;
  await inTransaction(viewer, async (tx) => {
    const campaign = found(await tx.campaign.findUnique({ where: { id: campaignId } }));
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, include: { municipality: true } }),
    );
    const isInside =
      campaign.municipalityId === null
        ? school.municipality.regionId === campaign.regionId
        : school.municipalityId === campaign.municipalityId;
    if (!isInside) throw new RefusedError("notFound");
    const key = { campaignId_schoolId: { campaignId, schoolId } };
    const before = await tx.campaignException.findUnique({ where: key });
    const data = { untilOn: dayToDate(untilOn), reason, givenAt: now, givenBy: viewer.personId };
    await tx.campaignException.upsert({
      where: key,
      create: { campaignId, schoolId, ...data },
      update: data,
    });
    const entry = {
      action: "campaigns.except",
      subject: `campaign:${campaignId}`,
      municipalityId: school.municipalityId,
      schoolId,
      details: { before: before && dateToDay(before.untilOn), after: untilOn, reason },
    };
    await record(tx, viewer, entry, now);
  });
}

/** Locks everything of a campaign that was accepted, as far as the viewer's area reaches. */
export async function lockAccepted(
  viewer: Viewer,
  campaignId: number,
  now: Date,
): Promise<{ locked: number }> {
  permit(viewer, "submissions.accept");
  return inTransaction(viewer, async (tx) => {
    found(await tx.campaign.findUnique({ where: { id: campaignId } }));
    const works = await tx.campaignWork.findMany({ where: { campaignId } });
    const accepted = await tx.submission.findMany({
      where: { state: "accepted", workId: { in: works.map(({ workId }) => workId) } },
      orderBy: [{ schoolId: "asc" }, { workId: "asc" }],
    });
    for (const { schoolId, workId, version } of accepted)
      await moveInside(
        tx,
        viewer,
        { schoolId, workId, version, verb: "lock", reason: "", confirmed: {} },
        now,
      );
    return { locked: accepted.length };
  });
}

/** Accepts several approved submissions, all or none. */
export async function acceptMany(
  viewer: Viewer,
  chosen: readonly { schoolId: number; workId: number; version: number }[],
  now: Date,
): Promise<{ accepted: number }> {
  permit(viewer, "submissions.accept");
  // One order for everybody, so that two officers cannot wait for each other in a circle.
  const ordered = [...chosen].sort((a, b) => a.schoolId - b.schoolId || a.workId - b.workId);
  return inTransaction(viewer, async (tx) => {
    for (const one of ordered)
      await moveInside(tx, viewer, { ...one, verb: "accept", reason: "", confirmed: {} }, now);
    return { accepted: ordered.length };
  });
}

async function areaOf(tx: WriteTx, viewer: Viewer, { kind, id }: CampaignInput["area"]) {
  if (kind === "region") {
    if (viewer.scope.kind === "municipality") throw new RefusedError("notFound");
    const region = found(await tx.region.findUnique({ where: { id } }));
    if (viewer.regionId !== null && viewer.regionId !== region.id) throw new RefusedError("notFound");
    return { regionId: region.id, municipalityId: null };
  }
  const municipality = found(await tx.municipality.findUnique({ where: { id } }));
  const foreign =
    viewer.scope.kind === "municipality"
      ? viewer.scope.id !== municipality.id
      : viewer.regionId !== null && viewer.regionId !== municipality.regionId;
  if (foreign) throw new RefusedError("notFound");
  return { regionId: municipality.regionId, municipalityId: municipality.id };
}

/** The campaign for changing; one of the region is not found for changing by a municipality, which only reads it. */
async function takeCampaign(
  tx: WriteTx,
  viewer: Viewer,
  { campaignId, version }: { campaignId: number; version: number },
) {
  await tx.$queryRaw`SELECT FROM campaign WHERE id = ${campaignId} FOR UPDATE`;
  const campaign = found(await tx.campaign.findUnique({ where: { id: campaignId } }));
  if (campaign.municipalityId === null && viewer.scope.kind === "municipality")
    throw new RefusedError("forbidden", "submissions.refused.regionsCampaign");
  if (campaign.version !== version) throw new RefusedError("conflict", "submissions.refused.changed");
  return campaign;
}

function daysOf({ opensOn, dueOn, closesOn }: { opensOn: string; dueOn: string; closesOn: string }) {
  return { opensOn: dayToDate(opensOn), dueOn: dayToDate(dueOn), closesOn: dayToDate(closesOn) };
}

function note(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  campaign: { id: number; municipalityId: number | null },
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { id, municipalityId } = campaign;
  return record(tx, viewer, { action, subject: `campaign:${id}`, municipalityId, details }, now);
}
