import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { columnsOf, type Owner, ownerOf, readAddress, sameOwner, type UnitOwner, unitOf } from "./owner.ts";
import type { AdoptionView, BasisView, IndicatorVersionView, TargetView, ThresholdView } from "./shapes.ts";
import { nameOf, unitNames } from "./unit-names.ts";
import { ownedBy, pathOf, shownVersion, versionView } from "./version-reads.ts";

export interface IndicatorPage {
  id: number;
  code: string;
  owner: Owner;
  ownerName: string;
  family: string;
  /** Newest first; the draft, if the viewer's unit writes one, on top. */
  versions: IndicatorVersionView[];
  shown: IndicatorVersionView;
  /** The indicator that the shown version was adapted from. */
  basedOn: { code: string; owner: Owner; version: IndicatorVersionView } | null;
  /** Indicators of the viewer's path that were adapted from this one. */
  adaptations: { id: number; code: string; owner: Owner; ownerName: string }[];
  basis: BasisView[];
  adoptions: AdoptionView[];
  /** Of the viewer's path, the nearest unit first; each unit's newest first. */
  thresholds: ThresholdView[];
  targets: TargetView[];
  /** What this person may do here: write drafts of this indicator, adapt it, decide about it for the own unit. */
  mine: boolean;
  canAdapt: boolean;
  canDecide: boolean;
}

/** One indicator by its address part (`D2`, `D2~s101`) with all that is known of it; not found when it is out of scope. */
export async function getIndicator(viewer: Viewer, address: string, today: string): Promise<IndicatorPage> {
  permit(viewer, "indicators.read");
  const { code, owner } = found(readAddress(address));
  return asViewer(viewer, async (tx) => {
    const row = found(
      await tx.indicator.findFirst({ where: { code, ...columnsOf(owner) }, include: { versions: true } }),
    );
    const versions = row.versions
      .map(versionView)
      .sort((a, b) => (a.status === b.status ? b.version - a.version : a.status === "draft" ? -1 : 1));
    const shown = found(shownVersion(versions, today));
    const path = pathOf(viewer);
    const unit = unitOf(viewer);
    const links = await linksOf(tx, row.id, path);
    const basedOn = shown.basedOnId === null ? null : await originOf(tx, shown.basedOnId);
    const adaptations = await adaptedFrom(
      tx,
      row.versions.map(({ id }) => id),
      row.id,
      path,
    );
    const owners = [owner, ...adaptations.map((one) => one.owner), ...links.owners];
    const names = await unitNames(tx, owners);
    const named = <T extends { unit: UnitOwner }>(one: T) => ({ ...one, unitName: nameOf(names, one.unit) });
    const mine = unit !== null && sameOwner(owner, unit);
    return {
      ...{ id: row.id, code, owner, ownerName: nameOf(names, owner), family: row.family, versions, shown },
      basedOn,
      adaptations: adaptations.map((one) => ({ ...one, ownerName: nameOf(names, one.owner) })),
      basis: links.basis,
      adoptions: links.adoptions.map(named),
      thresholds: links.thresholds.map((one) => ({ ...one, ownerName: nameOf(names, one.owner) })),
      targets: links.targets.map(named),
      mine: mine && may(viewer, "indicators.edit"),
      canAdapt: unit !== null && !mine && may(viewer, "indicators.edit"),
      canDecide: unit !== null && may(viewer, "indicators.decide"),
    };
  });
}

/** Everything that hangs on an indicator, of the portal and the viewer's path. Nearer units stand first. */
async function linksOf(tx: ReadTx, indicatorId: number, path: readonly UnitOwner[]) {
  const near = (owner: Owner) => ["school", "municipality", "region", "portal"].indexOf(owner.kind);
  const portal = { regionId: null, municipalityId: null, schoolId: null };
  const here = { OR: [portal, ...path.map(columnsOf)] };
  const basis = (
    await tx.indicatorBasis.findMany({ where: { indicatorId, ...here }, orderBy: { id: "asc" } })
  ).map(({ indicatorId: _, createdAt, createdBy, regionId, municipalityId, schoolId, ...rest }) => ({
    ...rest,
    owner: ownerOf({ regionId, municipalityId, schoolId }),
  }));
  const adoptions = (
    await tx.indicatorAdoption.findMany({
      where: { indicatorId, ...ownedBy(path) },
      orderBy: [{ adoptedOn: "desc" }, { id: "desc" }],
    })
  ).map((one) => ({
    unit: ownerOf(one) as UnitOwner,
    adoptedOn: dateToDay(one.adoptedOn) ?? "",
    endedOn: dateToDay(one.endedOn),
    note: one.note,
  }));
  const thresholds = (
    await tx.indicatorThreshold.findMany({ where: { indicatorId, ...here }, orderBy: { version: "desc" } })
  )
    .map(
      ({
        indicatorId: _,
        id,
        decidedAt,
        decidedBy,
        effectiveFrom,
        regionId,
        municipalityId,
        schoolId,
        ...rest
      }) => ({
        ...rest,
        owner: ownerOf({ regionId, municipalityId, schoolId }),
        effectiveFrom: dateToDay(effectiveFrom) ?? "",
      }),
    )
    .sort((a, b) => near(a.owner) - near(b.owner));
  const targets = (
    await tx.indicatorTarget.findMany({
      where: { indicatorId, ...ownedBy(path) },
      orderBy: { periodStart: "desc" },
    })
  ).map((one) => ({
    unit: ownerOf(one) as UnitOwner,
    periodStart: dateToDay(one.periodStart) ?? "",
    periodEnd: dateToDay(one.periodEnd) ?? "",
    ...{ target: one.target, note: one.note, revision: one.revision },
  }));
  const owners = [...adoptions, ...targets]
    .map(({ unit }): Owner => unit)
    .concat(thresholds.map(({ owner }) => owner));
  return { basis, adoptions, thresholds, targets, owners };
}

async function originOf(tx: ReadTx, versionId: number): Promise<IndicatorPage["basedOn"]> {
  const row = await tx.indicatorVersion.findUnique({
    where: { id: versionId },
    include: { indicator: true },
  });
  if (!row) return null;
  return { code: row.indicator.code, owner: ownerOf(row.indicator), version: versionView(row) };
}

async function adaptedFrom(
  tx: ReadTx,
  versionIds: readonly number[],
  indicatorId: number,
  path: readonly UnitOwner[],
): Promise<{ id: number; code: string; owner: Owner }[]> {
  if (path.length === 0) return [];
  const rows = await tx.indicator.findMany({
    where: {
      ...ownedBy(path),
      id: { not: indicatorId },
      versions: { some: { basedOnId: { in: [...versionIds] } } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ id: row.id, code: row.code, owner: ownerOf(row) }));
}
