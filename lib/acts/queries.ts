import "server-only";

import { translator } from "#messages/translate.ts";
import { asViewer } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { schoolYear } from "../platform/format/day.ts";
import { readActFacts } from "./act-reads.ts";
import { composeAct } from "./compose.ts";
import type { ActDocument } from "./document.ts";
import type { ActFacts } from "./facts.ts";
import { actIssues, type Issue, keptRequirements, type Requirement } from "./rules.ts";

export interface ActRow {
  id: number;
  title: string;
  school: string;
  schoolYear: string;
  state: "draft" | "adopted";
  changedAt: string;
}

/** Acts of the schools in the viewer's scope, drafts first, then the newest. */
export function listActs(viewer: Viewer): Promise<ActRow[]> {
  permit(viewer, "acts.read");
  return asViewer(viewer, async (tx) => {
    const acts = await tx.localAct.findMany({
      omit: { document: true },
      orderBy: [{ state: "desc" }, { changedAt: "desc" }],
      take: 200,
    });
    const schools = await tx.school.findMany({
      where: { id: { in: acts.map(({ schoolId }) => schoolId) } },
      select: { id: true, name: true },
    });
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    return acts.map((act) => ({
      id: act.id,
      title: act.title,
      school: names.get(act.schoolId) ?? "",
      schoolYear: schoolYear(act.schoolYear),
      state: act.state === "adopted" ? "adopted" : "draft",
      changedAt: act.changedAt.toISOString(),
    }));
  });
}

/** The school years for which the viewer may begin an act now: this one and the next; none where he has no school or a draft waits. */
export async function startableYears(viewer: Viewer, today: string): Promise<number[]> {
  if (!may(viewer, "acts.draft") || viewer.schoolId === null) return [];
  const { schoolId } = viewer;
  const draft = await asViewer(viewer, (tx) =>
    tx.localAct.findFirst({ where: { schoolId, state: "draft" } }),
  );
  if (draft !== null) return [];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const current = month >= 8 ? year : year - 1;
  return [current, current + 1];
}

export interface ActView {
  id: number;
  revision: number;
  state: "draft" | "adopted";
  facts: ActFacts;
  /** An adopted act as it was adopted, a draft as it stands. */
  document: ActDocument;
  issues: { errors: Issue[]; warnings: Issue[] };
  kept: Record<Requirement, boolean>;
  orderNumber: string;
  adoptedOn: string | null;
  effectiveFrom: string | null;
  /** Where its text stands among the regulations, once it is adopted. */
  regulationSlug: string | null;
  mayEdit: boolean;
  mayAdopt: boolean;
}

/** One act with everything that its page shows. `today` decides which definitions of indicators a draft takes. */
export function getAct(viewer: Viewer, actId: number, today: string): Promise<ActView> {
  permit(viewer, "acts.read");
  return asViewer(viewer, async (tx) => {
    const act = found(await tx.localAct.findUnique({ where: { id: actId } }));
    const adoptedOn = dateToDay(act.adoptedOn);
    const order = adoptedOn === null ? null : { number: act.orderNumber, on: adoptedOn };
    const facts = await readActFacts(tx, act, { locale: viewer.locale, on: adoptedOn ?? today, order });
    const regulation =
      act.regulationId === null
        ? null
        : await tx.regulation.findUnique({ where: { id: act.regulationId }, select: { slug: true } });
    const own = act.state === "draft" && viewer.schoolId === act.schoolId;
    return {
      id: act.id,
      revision: act.revision,
      state: act.state === "adopted" ? "adopted" : "draft",
      facts,
      document:
        act.document === null
          ? composeAct(facts, translator(viewer.locale, "acts"), viewer.locale)
          : (act.document as unknown as ActDocument),
      issues: actIssues(facts),
      kept: keptRequirements(facts),
      orderNumber: act.orderNumber,
      adoptedOn,
      effectiveFrom: dateToDay(act.effectiveFrom),
      regulationSlug: regulation?.slug ?? null,
      mayEdit: own && may(viewer, "acts.draft"),
      mayAdopt: own && may(viewer, "acts.adopt"),
    };
  });
}
