import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { type RuleContent, readContent } from "./content.ts";
import { type AdoptedVersion, versionsOf } from "./rule-reads.ts";
import { newestRules } from "./rules.ts";

/** A rule that is being written, as its office sees it. */
export interface Draft {
  code: string;
  basedOn: number;
  version: number;
  content: RuleContent;
  municipalityId: number | null;
  changedAt: string;
}

export interface RuleLine {
  code: string;
  /** The newest version; null while a new rule is only a draft. */
  newest: AdoptedVersion | null;
  draft: Draft | null;
  /** Findings by this rule that are open in the viewer's schools. */
  open: number;
  /** May this viewer change it? */
  mine: boolean;
}

/** The rules of the viewer's region by priority, those that are only drafts last. */
export function listRules(viewer: Viewer): Promise<RuleLine[]> {
  permit(viewer, "checks.read");
  return asViewer(viewer, async (tx) => {
    const regionId = await regionOf(tx, viewer);
    if (regionId === null) return [];
    const newest = newestRules(await versionsOf(tx, regionId)) as AdoptedVersion[];
    const drafts = await draftsOf(tx, regionId);
    const counts = await tx.checkResult.groupBy({
      by: ["ruleCode"],
      where: { goneAt: null, confirmedAt: null },
      _count: true,
    });
    const open = new Map(counts.map(({ ruleCode, _count }) => [ruleCode, _count]));
    const line = (code: string, version: AdoptedVersion | null): RuleLine => {
      const draft = drafts.get(code) ?? null;
      return {
        ...{ code, newest: version, draft, open: open.get(code) ?? 0 },
        mine: isMine(viewer, version ?? draft),
      };
    };
    const known = new Set(newest.map(({ code }) => code));
    return [
      ...newest.map((version) => line(version.code, version)),
      ...[...drafts.keys()].filter((code) => !known.has(code)).map((code) => line(code, null)),
    ];
  });
}

/** One rule with all its versions, newest first, and its draft. */
export function getRule(
  viewer: Viewer,
  code: string,
): Promise<{ code: string; versions: AdoptedVersion[]; draft: Draft | null; mine: boolean }> {
  permit(viewer, "checks.read");
  return asViewer(viewer, async (tx) => {
    const regionId = found(await regionOf(tx, viewer));
    const versions = (await versionsOf(tx, regionId))
      .filter((one) => one.code === code)
      .sort((a, b) => b.version - a.version);
    const draft = (await draftsOf(tx, regionId)).get(code) ?? null;
    const subject = found(versions[0] ?? draft);
    return { code, versions, draft, mine: isMine(viewer, subject) };
  });
}

/** A rule is changed by the office that it belongs to; what came with the portal belongs to the region. */
function isMine(viewer: Viewer, subject: { municipalityId: number | null } | null): boolean {
  return subject !== null && may(viewer, "checks.rule") && subject.municipalityId === viewer.municipalityId;
}

/** The region whose rules a viewer reads: the own one; who sees the whole portal reads those of the first. */
async function regionOf(tx: ReadTx, viewer: Viewer): Promise<number | null> {
  if (viewer.regionId !== null) return viewer.regionId;
  const first = await tx.region.findFirst({ orderBy: { id: "asc" }, select: { id: true } });
  return first?.id ?? null;
}

async function draftsOf(tx: ReadTx, regionId: number): Promise<Map<string, Draft>> {
  const rows = await tx.checkRuleDraft.findMany({ where: { regionId }, orderBy: { id: "asc" } });
  return new Map(
    rows.map((row) => [
      row.code,
      {
        ...{ code: row.code, basedOn: row.basedOn, version: row.version, municipalityId: row.municipalityId },
        content: readContent(row.content),
        changedAt: row.changedAt.toISOString(),
      },
    ]),
  );
}
