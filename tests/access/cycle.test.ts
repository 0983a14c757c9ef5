import { beforeAll, describe, expect, it, vi } from "vitest";
import { idle } from "#lib/platform/access/form-state.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import * as actions from "#lib/schedule/cycle/actions.ts";
import * as commands from "#lib/schedule/cycle/commands.ts";
import * as links from "#lib/schedule/cycle/link-queries.ts";
import * as queries from "#lib/schedule/cycle/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { everyRole, type SmallRegion, sameOfficesElsewhere, smallRegion } from "#tests/support/registry.ts";

// Nobody is signed in; Next's own modules have no request here.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const now = new Date("2026-09-30T09:00:00Z");
const today = "2026-09-30";
let place: SmallRegion;
let planId: number;
let itemId: number;
let people: Map<Role, Viewer>;
const strangers: Viewer[] = [];

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const other = await smallRegion();
  people = await everyRole(place, ["2026:4А"]);
  strangers.push(...(await sameOfficesElsewhere(place, other)));
  const deputy = people.get("deputy")!;
  ({ planId } = await commands.startCycle(deputy, { year: 2026, from: "2026-08-01" }, now));
  const { plan } = await queries.getCycle(deputy, { schoolId: null, year: 2026 }, today);
  itemId = plan!.items[0]!.id;
});

const content = {
  ...{ title: "Пункт", output: "Справка", basis: "", clause: null, performer: "deputy" as const },
  ...{ performerId: null, addressees: [], dueOn: "2026-10-05" as const },
};
const report = {
  ...{ status: "underway" as const, doneOn: null, evidence: "", document: "", documentUrl: "", reason: "" },
  version: 999,
};
const keepers: Role[] = ["head", "deputy"];

/** Everything that is about one school: who gets past the permission, and how it is asked. */
const ofOne: Record<string, [Role[], (who: Viewer) => Promise<unknown>]> = {
  getCycle: [[...roles], (who) => queries.getCycle(who, { schoolId: place.schoolIds[0], year: 2026 }, today)],
  getCycleItem: [[...roles], (who) => queries.getCycleItem(who, itemId, today)],
  addCycleItem: [keepers, (who) => commands.addCycleItem(who, { ...content, planId }, now)],
  editCycleItem: [keepers, (who) => commands.editCycleItem(who, { ...content, itemId, version: 999 }, now)],
  reportCycleItem: [
    [...keepers, "teacher"],
    (who) => commands.reportCycleItem(who, { ...report, itemId }, now),
  ],
};
/** What answers with what the viewer may see, or is about the own school only. */
const lists: Record<string, [Role[], (who: Viewer) => Promise<unknown>]> = {
  getCycleForm: [keepers, (who) => queries.getCycleForm(who, 2026)],
  listSchoolCycles: [[...roles], (who) => queries.listSchoolCycles(who, 2026, today)],
  listCycleDue: [[...roles], (who) => queries.listCycleDue(who, today)],
  listLinkedItems: [[...roles], (who) => links.listLinkedItems(who, { regulationId: 1, clauseKey: "1" })],
  startCycle: [keepers, (who) => commands.startCycle(who, { year: 2026, from: "2026-08-01" }, now)],
};

const outcome = async (work: () => Promise<unknown>) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    const [kind = "", key = ""] = (error as Error).message.split(": ");
    // A line of somebody else is refused as such only to teachers of the same school.
    return key === "cycle.refused.notYours" ? key : kind;
  }
};

it("names everything that can be asked", () => {
  const exported = [queries, commands, links].flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])),
  );
  expect([...Object.keys(ofOne), ...Object.keys(lists)].sort()).toEqual(exported.sort());
});

describe.each(Object.entries({ ...ofOne, ...lists }))("%s", (_name, [allowed, ask]) => {
  it.each(roles)("%s: the verb", async (role) => {
    const answer = await outcome(() => ask(people.get(role)!));
    if (allowed.includes(role)) expect(answer).not.toBe("forbidden");
    else expect(answer).toBe("forbidden");
  });

  it("is not answered to somebody who is not signed in", async () => {
    expect(await outcome(() => ask(publicViewer))).toBe("notSignedIn");
  });
});

describe.each(Object.entries(ofOne))("%s of another school", (_name, [, ask]) => {
  it("is not found, or not allowed at all", async () => {
    for (const who of strangers) expect(["notFound", "forbidden"]).toContain(await outcome(() => ask(who)));
  });
});

it("the list of schools holds none of others", async () => {
  for (const who of strangers) {
    const seen = await queries.listSchoolCycles(who, 2026, today);
    expect(seen.map(({ id }) => id)).not.toContain(place.schoolIds[0]);
  }
});

describe.each(Object.entries(actions))("%s", (_name, action) => {
  it("refuses a form that nobody signed in has sent", async () => {
    const form = new FormData();
    const texts = {
      ...content,
      ...report,
      performerId: "",
      doneOn: "",
      itemId: "1",
      planId: "1",
      version: "1",
    };
    for (const [name, value] of Object.entries({ ...texts, year: "2026", from: "2026-08-01" }))
      if (typeof value === "string") form.append(name, value);
    expect(await action(idle, form)).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
  });
});
