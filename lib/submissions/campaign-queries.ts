import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";

export interface CampaignRow {
  id: number;
  title: string;
  /** The municipality, or the region when it is for all of it. */
  area: string;
  opensOn: Day;
  dueOn: Day;
  closesOn: Day;
  /** Ended by a person, or by its last day. */
  over: boolean;
  closed: boolean;
  works: readonly NamedWork[];
  version: number;
  /** Whether the viewer may change it; the campaign of a region is only read by its municipalities. */
  editable: boolean;
}

/** Campaigns of the viewer's area, the latest due day first. */
export function listCampaigns(viewer: Viewer, today: Day): Promise<CampaignRow[]> {
  permit(viewer, "submissions.read");
  return asViewer(viewer, async (tx) => {
    const stored = await tx.campaign.findMany({
      include: { works: true },
      orderBy: [{ dueOn: "desc" }, { id: "desc" }],
      take: 100,
    });
    return toRows(tx, viewer, stored, today);
  });
}

export interface CampaignView extends CampaignRow {
  exceptions: readonly { schoolId: number; school: string; untilOn: Day; reason: string }[];
  /** Schools of the campaign that the viewer sees, for giving an exception. */
  schools: readonly { id: number; name: string }[];
}

/** One campaign with its exceptions. */
export function getCampaign(viewer: Viewer, campaignId: number, today: Day): Promise<CampaignView> {
  permit(viewer, "submissions.read");
  return asViewer(viewer, async (tx) => {
    const stored = found(
      await tx.campaign.findUnique({ where: { id: campaignId }, include: { works: true, exceptions: true } }),
    );
    const [row] = await toRows(tx, viewer, [stored], today);
    const schools = await tx.$queryRaw<{ id: number; name: string }[]>`
      SELECT s.id, s.name FROM school s JOIN municipality m ON m.id = s.municipality_id
      WHERE s.closed_on IS NULL AND m.region_id = ${stored.regionId} AND (${stored.municipalityId}::int IS NULL OR m.id = ${stored.municipalityId}::int)
      ORDER BY s.name COLLATE natural_order, s.id`;
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    return {
      ...found(row),
      schools,
      exceptions: stored.exceptions.map((one) => ({
        schoolId: one.schoolId,
        school: names.get(one.schoolId) ?? "",
        untilOn: dateToDay(one.untilOn) as Day,
        reason: one.reason,
      })),
    };
  });
}

/** What a new campaign may be opened for: areas of the viewer and the works of the last two years. */
export function getCampaignChoices(
  viewer: Viewer,
  year: number,
): Promise<{ areas: { value: string; label: string }[]; works: NamedWork[] }> {
  permit(viewer, "campaigns.manage");
  return asViewer(viewer, async (tx) => {
    const municipalities = await tx.municipality.findMany({
      where: municipalityChoice(viewer),
      orderBy: { name: "asc" },
    });
    const regions =
      viewer.scope.kind === "municipality" || viewer.regionId === null
        ? []
        : await tx.region.findMany({ where: { id: viewer.regionId } });
    const works = await tx.work.findMany({
      where: { year: { gte: year - 1 } },
      select: { id: true },
      orderBy: [{ year: "desc" }, { gradeWriting: "asc" }, { subject: "asc" }],
    });
    const named = await namedWorks(
      tx,
      works.map(({ id }) => id),
    );
    return {
      areas: [
        ...regions.map(({ id, name }) => ({ value: `region-${id}`, label: name })),
        ...municipalities.map(({ id, name }) => ({ value: `municipality-${id}`, label: name })),
      ],
      works: works.flatMap(({ id }) => named.get(id) ?? []),
    };
  });
}

function municipalityChoice(viewer: Viewer) {
  if (viewer.scope.kind === "municipality") return { id: viewer.scope.id };
  return viewer.regionId === null ? {} : { regionId: viewer.regionId };
}

type Stored = Awaited<ReturnType<ReadTx["campaign"]["findMany"]>>[number] & {
  works: readonly { workId: number }[];
};

async function toRows(
  tx: ReadTx,
  viewer: Viewer,
  stored: readonly Stored[],
  today: Day,
): Promise<CampaignRow[]> {
  const works = await namedWorks(
    tx,
    stored.flatMap((one) => one.works.map(({ workId }) => workId)),
  );
  const regions = await tx.region.findMany({ select: { id: true, name: true } });
  const municipalities = await tx.municipality.findMany({ select: { id: true, name: true } });
  const nameOf = (list: readonly { id: number; name: string }[], id: number) =>
    list.find((one) => one.id === id)?.name ?? "";
  return stored.map((one) => {
    const closesOn = dateToDay(one.closesOn) as Day;
    return {
      ...{ id: one.id, title: one.title, version: one.version, closesOn, closed: one.closedAt !== null },
      area:
        one.municipalityId === null
          ? nameOf(regions, one.regionId)
          : nameOf(municipalities, one.municipalityId),
      opensOn: dateToDay(one.opensOn) as Day,
      dueOn: dateToDay(one.dueOn) as Day,
      over: one.closedAt !== null || today > closesOn,
      works: one.works
        .flatMap(({ workId }) => works.get(workId) ?? [])
        .sort((a, b) => a.gradeWriting - b.gradeWriting || (a.subject < b.subject ? -1 : 1)),
      editable:
        may(viewer, "campaigns.manage") &&
        (one.municipalityId !== null || viewer.scope.kind !== "municipality"),
    };
  });
}
