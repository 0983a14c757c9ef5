import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { assignAbsence, explainAbsence } from "#lib/submissions/absence-commands.ts";
import {
  acceptMany,
  closeCampaign,
  extendCampaign,
  giveException,
  lockAccepted,
  openCampaign,
} from "#lib/submissions/campaign-commands.ts";
import { moveSubmission } from "#lib/submissions/commands.ts";
import { getDelivery } from "#lib/submissions/delivery-queries.ts";
import { getSubmission, listWaiting } from "#lib/submissions/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { later, listClasses, move, now, row, staged } from "./school-results.ts";

let place: SmallRegion;
let here: { schoolId: number; workId: number };
let deputy: Viewer;
let head: Viewer;
let office: Viewer;
const today = "2025-05-01" as const;

beforeEach(async () => {
  await testDatabase();
  place = await smallRegion();
  here = { schoolId: place.schoolIds[0], workId: place.workId };
  deputy = await person("deputy", { schoolId: here.schoolId });
  head = await person("head", { schoolId: here.schoolId });
  office = await person("municipality", { municipalityId: place.municipalityIds[0] });
  await listClasses(here.schoolId, { "4А": 2 });
});

const rows = (...codes: string[]) => codes.map((code) => row(place.workId, code, "4А", [1, 2, 0]));
const bring = async (codes = ["1", "2"], held = 0) =>
  applyImport(deputy, await staged(deputy, here.schoolId, rows(...codes), { held }), now);
const stored = () => asSystem((tx) => tx.submission.findUnique({ where: { schoolId_workId: here } }));
const lockedAt = async () =>
  (await asSystem((tx) => tx.resultSet.findUnique({ where: { schoolId_workId: here } })))?.lockedAt ?? null;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { messageKey?: string }) => error.messageKey ?? String(error),
  );
const accepted = async () => {
  await bring();
  await move(deputy, here, "submit");
  await move(head, here, "approve");
  await move(office, here, "accept");
};

describe("from draft to locked", () => {
  it("goes through the hands of deputy, head and municipality, and every step leaves a trace", async () => {
    await accepted();
    await move(office, here, "lock");
    expect(await stored()).toMatchObject({ state: "locked", version: 4, submittedBy: deputy.personId });
    const view = await getSubmission(deputy, here.workId, here.schoolId, later);
    expect(view.steps.map(({ verb, actorRole, to }) => [verb, actorRole, to])).toEqual([
      ["lock", "municipality", "locked"],
      ["accept", "municipality", "accepted"],
      ["approve", "head", "approved"],
      ["submit", "deputy", "submitted"],
    ]);
    const journal = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { action: { startsWith: "submissions." } }, orderBy: { id: "asc" } }),
    );
    expect(journal.map(({ action }) => action)).toEqual(
      ["submit", "approve", "accept", "lock"].map((verb) => `submissions.${verb}`),
    );
  });

  it("returned results come back to the school with the reason, and may be corrected", async () => {
    await bring();
    await move(deputy, here, "submit");
    await move(head, here, "approve");
    expect(await lockedAt()).not.toBeNull();
    await move(office, here, "return", "Нет класса 4Б");
    expect([(await stored())?.reason, await lockedAt()]).toEqual(["Нет класса 4Б", null]);
    await bring(["1", "2", "3"]);
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.unconfirmedWarnings");
    await move(deputy, here, "submit", "", { "moreThanListed-4А": "Ученик прибыл в апреле" });
    const [step] = (await getSubmission(head, here.workId, here.schoolId, later)).steps;
    expect(step?.confirmed).toEqual({ "moreThanListed-4А": "Ученик прибыл в апреле" });
  });

  it("a step on an old version is refused and changes nothing", async () => {
    await bring();
    const input = { ...here, verb: "submit" as const, reason: "", confirmed: {}, version: 7 };
    expect(await refusal(moveSubmission(deputy, input, later))).toBe("submissions.refused.changed");
    expect(await stored()).toBeNull();
  });

  it("of two who submit at once one is told that it was done", async () => {
    await bring();
    const input = { ...here, verb: "submit" as const, reason: "", confirmed: {}, version: 0 };
    const outcomes = await Promise.all([
      refusal(moveSubmission(deputy, input, later)),
      refusal(moveSubmission(head, input, later)),
    ]);
    expect(outcomes.sort()).toEqual(["done", "submissions.refused.changed"]);
  });

  it("a school elsewhere, a work that is not there and a foreign office find nothing", async () => {
    await bring();
    const stranger = await person("municipality", { municipalityId: place.municipalityIds[1] });
    const other = await person("deputy", { schoolId: place.schoolIds[1] });
    for (const who of [other, stranger])
      expect(await refusal(getSubmission(who, here.workId, here.schoolId, later))).toBe("notFound");
    expect(await refusal(move(other, here, "submit"))).toBe("notFound");
    expect(await refusal(move(stranger, here, "accept"))).toBe("notFound");
    expect(await refusal(move(deputy, { ...here, workId: 999_999 }, "submit"))).toBe("notFound");
  });
});

describe("author and approver", () => {
  it("are not one person where the school has a head and a deputy", async () => {
    await bring();
    await move(head, here, "submit");
    expect(await refusal(move(head, here, "approve"))).toBe("submissions.refused.samePerson");
    expect((await getSubmission(head, here.workId, here.schoolId, later)).needsSecondPerson).toBe(true);
  });

  it("may be in a school with a head alone, and the journal says so", async () => {
    const alone = { schoolId: place.schoolIds[1], workId: place.workId };
    const only = await person("head", { schoolId: alone.schoolId });
    await listClasses(alone.schoolId, { "4А": 1 });
    await applyImport(
      only,
      await staged(only, alone.schoolId, [row(place.workId, "1", "4А", [1, 1, 1])]),
      now,
    );
    await move(only, alone, "submit");
    await move(only, alone, "approve");
    const event = await asSystem((tx) =>
      tx.auditEvent.findFirst({ where: { action: "submissions.approve" } }),
    );
    expect(event?.details).toMatchObject({ samePerson: true });
  });
});

describe("what stops a submission", () => {
  it("nothing brought, refused cells, rows that wait for a decision", async () => {
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.noResults");
    await bring(["1", "2"], 3);
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.openErrors");
    const spoilt = [row(place.workId, "1", "4А", [1, -4, 0]), row(place.workId, "2", "4А", [1, 2, 0])];
    await applyImport(deputy, await staged(deputy, here.schoolId, spoilt), now);
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.openErrors");
    const { problems } = await getSubmission(deputy, here.workId, here.schoolId, later);
    expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "rejectedCells",
    ]);
  });
});

describe("the check rules", () => {
  const found = (severity: string) =>
    inTransaction(systemViewer, (tx) =>
      tx.checkResult.create({
        data: {
          ...{ ...here, ruleCode: severity, ruleVersion: 1, classLabel: "*", fingerprint: "f", severity },
          ...{ priority: 1, title: "", text: "", kind: "totalDiffers", numbers: {}, foundAt: now },
        },
      }),
    );

  it("hold a submission up while they look at what was just brought, and no longer than they need", async () => {
    await bring();
    expect(await refusal(move(deputy, here, "submit", "", {}, now))).toBe("submissions.refused.openErrors");
    await move(deputy, here, "submit");
  });

  it("stop it with an open error, and with a warning that nobody explains", async () => {
    await bring();
    await found("error");
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.openErrors");
    await inTransaction(systemViewer, (tx) => tx.checkResult.updateMany({ data: { goneAt: now } }));
    await found("warning");
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.unconfirmedWarnings");
    await move(deputy, here, "submit", "", { checkWarnings: "Итоги сверены с бланками" });
  });
});

describe("locked results", () => {
  it("refuse an import and its undoing, whoever brings it, until they are unlocked with a reason", async () => {
    await accepted();
    await move(office, here, "lock");
    const file = await staged(deputy, here.schoolId, rows("1", "2", "3"));
    const fromOffice = await staged(office, here.schoolId, rows("1", "2", "3"));
    expect(await refusal(applyImport(deputy, file, now))).toBe("results.refused.locked");
    expect(await refusal(applyImport(office, fromOffice, now))).toBe("results.refused.locked");
    const first = await asSystem((tx) => tx.importFile.findFirstOrThrow({ where: { status: "applied" } }));
    expect(await refusal(undoImport(deputy, first.id, now))).toBe("results.refused.locked");
    expect(await refusal(move(office, here, "unlock"))).toBe("submissions.refused.reasonMissing");
    await move(office, here, "unlock", "Школа нашла пропущенный бланк");
    await applyImport(deputy, file, now);
    expect(await asSystem((tx) => tx.participation.count({ where: here }))).toBe(3);
  });

  it("results on their way are held as well, and a withdrawal gives them back", async () => {
    await bring();
    await move(deputy, here, "submit");
    const file = await staged(deputy, here.schoolId, rows("1", "2", "3"));
    expect(await refusal(applyImport(deputy, file, now))).toBe("results.refused.locked");
    await move(deputy, here, "withdraw");
    await applyImport(deputy, file, now);
  });
});

describe("a campaign", () => {
  const days = { opensOn: "2025-04-01", dueOn: "2025-04-20", closesOn: "2025-04-30" } as const;
  const open = (extra = {}) =>
    openCampaign(
      office,
      {
        ...{ title: "Весна", works: [place.workId], ...days, ...extra },
        area: { kind: "municipality", id: place.municipalityIds[0] },
      },
      now,
    );
  const clock = { today, timeZone: "Europe/Moscow" };

  it("that is over takes nothing from a school, but from an office; an exception opens it until its day", async () => {
    const { id } = await open();
    const file = await staged(deputy, here.schoolId, rows("1", "2"));
    expect(await refusal(applyImport(deputy, file, now))).toBe("results.refused.windowClosed");
    const exception = {
      campaignId: id,
      schoolId: here.schoolId,
      untilOn: "2025-05-05",
      reason: "Карантин",
    } as const;
    await giveException(office, exception, now);
    await applyImport(deputy, file, now);
    const after = new Date("2025-05-06T10:00:00Z");
    expect(await refusal(move(deputy, here, "submit", "", {}, after))).toBe(
      "submissions.refused.windowClosed",
    );
    await move(deputy, here, "submit");
    await applyImport(office, await staged(office, place.schoolIds[1], rows("1")), now);
  });

  it("is extended and closed only by those whose it is, with a reason and on the version that was seen", async () => {
    const { id } = await open();
    const later = {
      campaignId: id,
      version: 1,
      ...days,
      closesOn: "2025-05-30",
      reason: "Праздники",
    } as const;
    const region = await person("region", { regionId: place.regionId });
    const stranger = await person("municipality", { municipalityId: place.municipalityIds[1] });
    expect(await refusal(extendCampaign(stranger, later, now))).toBe("notFound");
    await extendCampaign(region, later, now);
    expect(await refusal(extendCampaign(office, later, now))).toBe("submissions.refused.changed");
    await bring();
    await closeCampaign(office, { campaignId: id, version: 2, closed: "yes", reason: "Все сдали" }, now);
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.windowClosed");
    await closeCampaign(office, { campaignId: id, version: 3, closed: "no", reason: "Нашли ещё" }, now);
    await move(deputy, here, "submit");
    const foreign = { title: "Чужая", works: [place.workId], ...days } as const;
    const area = { kind: "municipality", id: place.municipalityIds[1] } as const;
    expect(await refusal(openCampaign(office, { ...foreign, works: [place.workId], area }, now))).toBe(
      "notFound",
    );
  });

  it("of the region is not changed by a municipality", async () => {
    const region = await person("region", { regionId: place.regionId });
    const { id } = await openCampaign(
      region,
      { title: "Вся область", works: [place.workId], ...days, area: { kind: "region", id: place.regionId } },
      now,
    );
    const input = { campaignId: id, version: 1, closed: "yes", reason: "Не наша" } as const;
    expect(await refusal(closeCampaign(office, input, now))).toBe("submissions.refused.regionsCampaign");
  });

  it("shows on its board who is in time, who is late and how many pupils of the lists took part", async () => {
    const { id } = await open({ closesOn: "2025-05-30" });
    await listClasses(place.schoolIds[1], { "4А": 20, "4Б": 22 });
    await bring();
    const board = await getDelivery(office, { campaignId: id }, clock);
    const cells = new Map(board.schools.map((school) => [school.id, school]));
    expect(board.schools.map((school) => school.id).sort()).toEqual([...place.schoolIds].slice(0, 2).sort());
    expect(cells.get(here.schoolId)?.cells[0]).toMatchObject({
      ...{ state: "receivedLate", stage: "draft", overdue: true, listed: 2, present: 2, dueOn: "2025-04-20" },
    });
    expect(cells.get(here.schoolId)?.owners).toEqual([deputy.name]);
    // Nothing was brought: no participants is a silence, not a zero.
    expect(cells.get(place.schoolIds[1])?.cells[0]).toMatchObject({
      state: "late",
      listed: 42,
      present: null,
    });
  });

  it("is accepted school by school or at once, and locked as a whole", async () => {
    const { id } = await open({ closesOn: "2025-05-30" });
    await bring();
    await move(deputy, here, "submit");
    await move(head, here, "approve");
    const waiting = await listWaiting(office);
    expect(waiting.map(({ schoolId, participants }) => [schoolId, participants])).toEqual([
      [here.schoolId, 2],
    ]);
    expect(await acceptMany(office, [{ ...here, version: waiting[0]!.version }], now)).toEqual({
      accepted: 1,
    });
    expect(await lockAccepted(office, id, now)).toEqual({ locked: 1 });
    expect((await stored())?.state).toBe("locked");
  });
});

describe("pupils without results", () => {
  it("are a task with an owner until somebody says what became of them, and again when the number changes", async () => {
    await bring(["1"]);
    const open = await getSubmission(deputy, here.workId, here.schoolId, later);
    expect(open.accounts).toEqual([
      { label: "4А", listed: 2, present: 1, absent: 0, missing: 1, unaccounted: 1 },
    ]);
    expect(open.absences).toEqual([
      { label: "4А", unaccounted: 1, ownerId: null, owner: deputy.name, explanation: null },
    ]);
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.unconfirmedWarnings");
    const teacher = await person("teacher", { schoolId: here.schoolId, classLabels: ["2024:4А"] });
    const asked = { ...here, classLabel: "4А" };
    const answer = { ...asked, count: 1, explanation: "Болел в день работы и в резервный день" };
    expect(await refusal(explainAbsence(teacher, answer, now))).toBe("notFound");
    await assignAbsence(deputy, { ...asked, ownerId: teacher.personId! }, now);
    await explainAbsence(teacher, answer, now);
    const answered = await getSubmission(deputy, here.workId, here.schoolId, later);
    expect(answered.absences[0]).toMatchObject({ owner: teacher.name, explanation: answer.explanation });
    await move(deputy, here, "submit");
    await move(deputy, here, "withdraw");
    await inTransaction(systemViewer, (tx) =>
      tx.schoolClass.updateMany({ where: { schoolId: here.schoolId, label: "4А" }, data: { pupils: 3 } }),
    );
    expect(await refusal(move(deputy, here, "submit"))).toBe("submissions.refused.unconfirmedWarnings");
  });

  it("that were explained while submitting are not asked about again for the same number", async () => {
    await bring(["1"]);
    await move(deputy, here, "submit", "", { "unaccounted-4А": "Болел" });
    await move(head, here, "sendBack", "Проверьте вариант");
    expect((await getSubmission(deputy, here.workId, here.schoolId, later)).absences[0]?.explanation).toBe(
      "Болел",
    );
    await move(deputy, here, "submit");
  });

  it("cannot be given to somebody of another school", async () => {
    const other = await person("deputy", { schoolId: place.schoolIds[1] });
    const asked = { ...here, classLabel: "4А", ownerId: other.personId! };
    expect(await refusal(assignAbsence(deputy, asked, now))).toBe("notFound");
  });
});
