import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { may, permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { type Day, dateToDay } from "../../platform/clock.ts";
import { found } from "../../platform/errors.ts";
import { type CycleItemView, itemView } from "./item-view.ts";
import { type Completion, completionOf, isOnDesk, type Status } from "./rules.ts";

export interface CycleView {
  readonly school: { readonly id: number; readonly name: string };
  readonly year: number;
  /** Years that the school has a cycle for, the latest first. */
  readonly years: readonly number[];
  /** Null: no cycle for this year yet. */
  readonly plan: {
    readonly id: number;
    readonly items: readonly CycleItemView[];
    readonly completion: Completion;
  } | null;
  readonly canPlan: boolean;
}

/** The cycle of a school for a school year; without `schoolId` of the viewer's own school. */
export function getCycle(
  viewer: Viewer,
  asked: { readonly schoolId: number | null; readonly year: number },
  today: Day,
): Promise<CycleView> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const schoolId = found(asked.schoolId ?? viewer.schoolId);
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, select: { id: true, name: true } }),
    );
    const plans = await tx.cyclePlan.findMany({ where: { schoolId }, orderBy: { year: "desc" } });
    const plan = plans.find(({ year }) => year === asked.year);
    const rows = plan
      ? await tx.cycleItem.findMany({
          where: { planId: plan.id },
          orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        })
      : [];
    const names = await namesOf(
      tx,
      rows.map(({ performerId }) => performerId),
    );
    const items = rows.map((row) => itemView(row, names, today));
    return {
      school,
      year: asked.year,
      years: plans.map(({ year }) => year),
      plan: plan ? { id: plan.id, items, completion: completionOf(items, today) } : null,
      canPlan: may(viewer, "cycle.plan") && viewer.schoolId === schoolId,
    };
  });
}

export interface CycleItemPage {
  readonly item: CycleItemView;
  readonly school: { readonly id: number; readonly name: string };
  readonly year: number;
  readonly canPlan: boolean;
  readonly canReport: boolean;
  /** People of the school that a line can be given to; empty for who may not plan. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
}

/** One line of a cycle with what this person may do to it. */
export function getCycleItem(viewer: Viewer, itemId: number, today: Day): Promise<CycleItemPage> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const row = found(await tx.cycleItem.findUnique({ where: { id: itemId }, include: { plan: true } }));
    const school = found(
      await tx.school.findUnique({ where: { id: row.schoolId }, select: { id: true, name: true } }),
    );
    const names = await namesOf(tx, [row.performerId]);
    const ofSchool = viewer.schoolId === row.schoolId;
    const canPlan = ofSchool && may(viewer, "cycle.plan");
    const own = row.performerId !== null && row.performerId === viewer.personId;
    return {
      item: itemView(row, names, today),
      school,
      year: row.plan.year,
      canPlan,
      canReport: canPlan || (ofSchool && own && may(viewer, "cycle.report")),
      people: canPlan ? await peopleOf(tx, row.schoolId) : [],
    };
  });
}

/** People of the viewer's school to whom a new line can be given, and the plan that it goes to; null when the year has none yet. */
export function getCycleForm(
  viewer: Viewer,
  year: number,
): Promise<{ planId: number; people: { id: number; name: string }[] } | null> {
  permit(viewer, "cycle.plan");
  return asViewer(viewer, async (tx) => {
    const schoolId = found(viewer.schoolId);
    const plan = await tx.cyclePlan.findUnique({ where: { schoolId_year: { schoolId, year } } });
    return plan && { planId: plan.id, people: await peopleOf(tx, schoolId) };
  });
}

export interface SchoolCycle {
  readonly id: number;
  readonly name: string;
  /** Null: the school has no cycle for the year. */
  readonly completion: Completion | null;
  readonly overdue: number;
}

/** How far the schools that a viewer sees have come with their cycles. */
export function listSchoolCycles(viewer: Viewer, year: number, today: Day): Promise<SchoolCycle[]> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const schools = await tx.school.findMany({
      where: { closedOn: null },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    });
    const plans = await tx.cyclePlan.findMany({
      where: { year },
      select: { schoolId: true, items: { select: { status: true, dueOn: true, doneOn: true } } },
    });
    const bySchool = new Map(plans.map((plan) => [plan.schoolId, plan.items]));
    return schools.map(({ id, name }) => {
      const items = bySchool.get(id)?.map((item) => ({
        status: item.status as Status,
        dueOn: dateToDay(item.dueOn)!,
        doneOn: dateToDay(item.doneOn),
      }));
      return {
        id,
        name,
        completion: items ? completionOf(items, today) : null,
        overdue: (items ?? []).filter(
          ({ status, dueOn }) => (status === "planned" || status === "underway") && dueOn < today,
        ).length,
      };
    });
  });
}

/** What of the own school's cycle stands on this person's desk today, the longest overdue first. */
export function listCycleDue(viewer: Viewer, today: Day): Promise<CycleItemView[]> {
  permit(viewer, "schedule.read");
  const { schoolId } = viewer;
  if (schoolId === null) return Promise.resolve([]);
  return asViewer(viewer, async (tx) => {
    const rows = await tx.cycleItem.findMany({
      where: { schoolId, status: { in: ["planned", "underway"] } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    });
    const views = rows.map((row) => itemView(row, new Map(), today));
    return views.filter((item) => isOnDesk(item, viewer, today));
  });
}

async function namesOf(tx: ReadTx, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(ids.filter((one) => one !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function peopleOf(tx: ReadTx, schoolId: number): Promise<{ id: number; name: string }[]> {
  return tx.person.findMany({
    where: { schoolId, disabledAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
