import { beforeAll, describe, expect, it, vi } from "vitest";
import { idle } from "#lib/platform/access/form-state.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import * as absenceCommands from "#lib/submissions/absence-commands.ts";
import * as actions from "#lib/submissions/actions.ts";
import * as campaignCommands from "#lib/submissions/campaign-commands.ts";
import * as campaignQueries from "#lib/submissions/campaign-queries.ts";
import * as commands from "#lib/submissions/commands.ts";
import * as deliveryQueries from "#lib/submissions/delivery-queries.ts";
import * as historyQueries from "#lib/submissions/history-queries.ts";
import * as mailCommands from "#lib/submissions/mail-commands.ts";
import * as queries from "#lib/submissions/queries.ts";
import * as reminderQueries from "#lib/submissions/reminder-queries.ts";
import type { Verb } from "#lib/submissions/rules.ts";
import * as taskQueries from "#lib/submissions/task-queries.ts";
import { row, staged } from "#tests/submissions/school-results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { everyRole, type SmallRegion, sameOfficesElsewhere, smallRegion } from "#tests/support/registry.ts";

// Nobody is signed in; Next's own modules have no request here.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const now = new Date("2025-05-01T18:00:00Z");
const clock = { today: "2025-05-01", timeZone: "Europe/Moscow" } as const;
const days = { opensOn: "2025-04-01", dueOn: "2025-04-20", closesOn: "2025-05-30" } as const;
let place: SmallRegion;
let campaignId: number;
let people: Map<Role, Viewer>;
const strangers: Viewer[] = [];

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const other = await smallRegion();
  const school = { schoolId: place.schoolIds[0] };
  people = await everyRole(place, ["2024:4А"]);
  strangers.push(...(await sameOfficesElsewhere(place, other)));
  const deputy = people.get("deputy")!;
  await applyImport(
    deputy,
    await staged(deputy, school.schoolId, [row(place.workId, "1", "4А", [1, 1, 1])]),
    now,
  );
  ({ id: campaignId } = await campaignCommands.openCampaign(
    people.get("municipality")!,
    {
      title: "t",
      works: [place.workId],
      ...days,
      area: { kind: "municipality", id: place.municipalityIds[0] },
    },
    now,
  ));
});

const here = () => ({ schoolId: place.schoolIds[0], workId: place.workId });
const move = (verb: Verb) => (who: Viewer) =>
  commands.moveSubmission(who, { ...here(), verb, reason: "Причина", confirmed: {}, version: 999 }, now);
const asked = () => ({ ...here(), classLabel: "4А" });
const offices: Role[] = ["region", "municipality"];
const administration: Role[] = ["admin", ...offices, "head", "deputy"];

/** Everything that is about one school or campaign: who gets past the permission, and how it is asked. */
const ofOne: Record<string, [Role[], (who: Viewer) => Promise<unknown>]> = {
  getSubmission: [administration, (who) => queries.getSubmission(who, place.workId, place.schoolIds[0], now)],
  getRowHistory: [
    [...roles],
    (who) => historyQueries.getRowHistory(who, place.workId, place.schoolIds[0], "1"),
  ],
  "moveSubmission submit": [["head", "deputy"], move("submit")],
  "moveSubmission withdraw": [["head", "deputy"], move("withdraw")],
  "moveSubmission approve": [["head"], move("approve")],
  "moveSubmission sendBack": [["head"], move("sendBack")],
  "moveSubmission accept": [offices, move("accept")],
  "moveSubmission return": [offices, move("return")],
  "moveSubmission lock": [offices, move("lock")],
  "moveSubmission unlock": [offices, move("unlock")],
  acceptMany: [offices, (who) => campaignCommands.acceptMany(who, [{ ...here(), version: 999 }], now)],
  extendCampaign: [
    offices,
    (who) => campaignCommands.extendCampaign(who, { campaignId, version: 999, ...days, reason: "r" }, now),
  ],
  closeCampaign: [
    offices,
    (who) =>
      campaignCommands.closeCampaign(who, { campaignId, version: 999, closed: "yes", reason: "r" }, now),
  ],
  lockAccepted: [offices, (who) => campaignCommands.lockAccepted(who, campaignId, now)],
  giveException: [
    offices,
    (who) =>
      campaignCommands.giveException(
        who,
        { campaignId, schoolId: place.schoolIds[0], untilOn: "2025-06-01", reason: "r" },
        now,
      ),
  ],
  assignAbsence: [
    ["head", "deputy"],
    (who) =>
      absenceCommands.assignAbsence(who, { ...asked(), ownerId: people.get("deputy")!.personId! }, now),
  ],
  explainAbsence: [
    ["head", "deputy", "teacher"],
    (who) => absenceCommands.explainAbsence(who, { ...asked(), count: 1, explanation: "Болел" }, now),
  ],
};
/** What answers with what the viewer may see. */
const lists: Record<string, [Role[], (who: Viewer) => Promise<unknown>]> = {
  // Schools of the area read its campaigns, too.
  getCampaign: [administration, (who) => campaignQueries.getCampaign(who, campaignId, clock.today)],
  listWaiting: [administration, (who) => queries.listWaiting(who)],
  listCampaigns: [administration, (who) => campaignQueries.listCampaigns(who, clock.today)],
  getCampaignChoices: [offices, (who) => campaignQueries.getCampaignChoices(who, 2025)],
  openCampaign: [
    offices,
    (who) =>
      campaignCommands.openCampaign(
        who,
        { title: "t", works: [place.workId], ...days, area: { kind: "region", id: 999_999 } },
        now,
      ),
  ],
  getDelivery: [[...roles], (who) => deliveryQueries.getDelivery(who, { year: 2025 }, clock)],
  listTasks: [[...roles], (who) => taskQueries.listTasks(who, 2025, clock)],
  listAbsences: [["head", "deputy", "teacher"], (who) => taskQueries.listAbsences(who, 2025, clock)],
  getReminders: [[...roles], (who) => reminderQueries.getReminders(who, clock.today)],
  chooseMail: [[...roles], (who) => mailCommands.chooseMail(who, true)],
};
/** Asked by the portal itself, or only inside of what stands above. */
const inside = [
  "moveInside",
  "digestFor",
  "composeDigests",
  "sendLetter",
  "digestsInBackground",
  "sendInBackground",
];

const outcome = async (work: () => Promise<unknown>) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0] ?? "";
  }
};

it("names everything that can be asked", () => {
  const modules = [
    ...[absenceCommands, campaignCommands, campaignQueries, commands, deliveryQueries, historyQueries],
    ...[mailCommands, queries, reminderQueries, taskQueries],
  ];
  const exported = modules.flatMap((one) =>
    Object.entries(one).flatMap(([n, v]) => (typeof v === "function" ? [n] : [])),
  );
  const named = [...Object.keys(ofOne), ...Object.keys(lists)].map((name) => name.split(" ")[0]);
  expect([...new Set([...named, ...inside])].sort()).toEqual(exported.sort());
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

describe.each(Object.entries(ofOne))("%s of somebody else", (_name, [, ask]) => {
  it("is not found, or not allowed at all", async () => {
    for (const who of strangers) expect(["notFound", "forbidden"]).toContain(await outcome(() => ask(who)));
  });
});

describe("lists", () => {
  it("hold nothing of others", async () => {
    for (const who of strangers) {
      const board = await deliveryQueries.getDelivery(who, { year: 2025 }, clock);
      expect(board.schools.map(({ id }) => id)).not.toContain(place.schoolIds[0]);
      const campaigns = await campaignQueries.listCampaigns(who, clock.today);
      const visible = who.municipalityId === place.municipalityIds[0];
      expect(campaigns.map(({ id }) => id).includes(campaignId)).toBe(visible);
      const one = await outcome(() => campaignQueries.getCampaign(who, campaignId, clock.today));
      expect(one).toBe(visible ? "answered" : "notFound");
    }
  });
});

describe("an action without a session", () => {
  const place = { schoolId: "1", workId: "1" };
  const input: Record<keyof typeof actions, Record<string, string>> = {
    moveSubmissionAction: { ...place, version: "0", verb: "submit" },
    acceptManyAction: { "chosen[]": "1:1:1" },
    openCampaignAction: { title: "Весна", area: "region-1", "works[]": "1", ...days },
    extendCampaignAction: { campaignId: "1", version: "1", reason: "причина", ...days },
    closeCampaignAction: { campaignId: "1", version: "1", closed: "yes", reason: "причина" },
    giveExceptionAction: { campaignId: "1", schoolId: "1", untilOn: "2025-06-01", reason: "причина" },
    lockAcceptedAction: { campaignId: "1" },
    assignAbsenceAction: { ...place, classLabel: "4А", ownerId: "1" },
    explainAbsenceAction: { ...place, classLabel: "4А", count: "1", explanation: "Болел" },
    chooseMailAction: { digest: "yes" },
  };
  const all = new Map(Object.entries(actions));
  it.each(Object.entries(input))("%s is refused", async (name, fields) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    const state = await all.get(name)?.(idle, form);
    expect(state).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
  });
});
