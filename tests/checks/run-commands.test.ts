import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actOnFinding } from "#lib/checks/finding-commands.ts";
import { countAwaited, getFindings, listChecked } from "#lib/checks/finding-queries.ts";
import { checkInBackground, checkNightly } from "#lib/checks/job-handlers.ts";
import { previewDraft } from "#lib/checks/preview-queries.ts";
import { checksPending, openErrors, openWarnings } from "#lib/checks/queries.ts";
import { adoptDraft, dropDraft, saveDraft, switchOff } from "#lib/checks/rule-commands.ts";
import { getRule, listRules } from "#lib/checks/rule-queries.ts";
import { runChecks } from "#lib/checks/run-commands.ts";
import { draftSchema } from "#lib/checks/schema.ts";
import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { Day } from "#lib/platform/clock.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { loadRows, pupil } from "#tests/insights/loaded-results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-02T09:00:00Z");
const today: Day = "2025-05-02";
let ownerUrl = "";
let place: SmallRegion;
let deputy: Viewer;
let officer: Viewer;
let region: Viewer;
let target: { schoolId: number; workId: number };

beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
  await migrateJobs(ownerUrl);
});

beforeEach(async () => {
  place = await smallRegion();
  const [schoolId] = place.schoolIds;
  target = { schoolId, workId: place.workId };
  deputy = await person("deputy", { schoolId });
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  region = await person("region", { regionId: place.regionId });
});

/** A class of ten who all have 3 points: an error by the rule «same-total». */
const alike = () => Array.from({ length: 10 }, (_, i) => pupil(place, String(i), "4А", [1, 2, 0]));
/** A class of ten with different totals, one of which is not the sum of its tasks: a warning by «total». */
const mixed = (): CheckedRow[] =>
  Array.from({ length: 10 }, (_, i) => ({
    ...pupil(place, String(i), "4А", [i % 2, i % 3, i % 4]),
    ...(i === 9 ? { totalPrinted: 6 } : {}),
  }));
const load = (rows: CheckedRow[], name = "4А.xlsx") => loadRows(deputy, target.schoolId, name, rows);
const run = () => runChecks(target, today, now);
const errors = () => asViewer(deputy, (tx) => openErrors(tx, target.schoolId, target.workId));
const warnings = () => asViewer(deputy, (tx) => openWarnings(tx, target.schoolId, target.workId));
const pending = () => asViewer(deputy, (tx) => checksPending(tx, target.schoolId, target.workId));
const findings = async (viewer = deputy) =>
  (await getFindings(viewer, target.schoolId, target.workId)).findings;
const finding = async (code: string, viewer = deputy) => {
  const one = (await findings(viewer)).find(({ ruleCode, gone }) => ruleCode === code && !gone);
  if (!one) throw new Error(`Nothing was found by ${code}`);
  return one;
};
const act = async (viewer: Viewer, code: string, verb: "ask" | "answer" | "close" | "confirm" | "reopen") => {
  const { id, version } = await finding(code, viewer);
  return actOnFinding(viewer, { findingId: id, version, act: verb, text: `слова: ${verb}` }, now);
};

async function queued(): Promise<{ targets: { schoolId: number; workId: number }[] }[]> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    const { rows } = await owner.query(
      "SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'checks.run'",
    );
    return rows.map(({ payload }) => payload);
  } finally {
    await owner.end();
  }
}

describe("checks of results", () => {
  it("every change of results sets one job in motion, and until it ran the checks are said to be pending", async () => {
    expect(await pending()).toBe(false);
    await load(alike());
    expect(await pending()).toBe(true);
    expect((await queued()).flatMap(({ targets }) => targets)).toContainEqual(target);
    await checkInBackground({ targets: [target] }, now);
    expect(await pending()).toBe(false);
  });

  it("locking results changes none of them, and checks nothing", async () => {
    await load(alike());
    const before = (await queued()).length;
    await inTransaction(officer, (tx) =>
      tx.resultSet.updateMany({ where: { schoolId: target.schoolId }, data: { lockedAt: now } }),
    );
    expect(await queued()).toHaveLength(before);
  });

  it("an error counts until the data are mended; what is no longer found stays with its history", async () => {
    await load(alike());
    await run();
    expect(await errors()).toBe(1);
    expect((await finding("same-total")).classLabel).toBe("4А");
    await load(mixed(), "4А, исправлено.xlsx");
    await run();
    expect(await errors()).toBe(0);
    const old = (await findings()).find(({ ruleCode }) => ruleCode === "same-total");
    expect(old?.gone).toBe(true);
  });

  it("a second run of the same data changes nothing", async () => {
    await load(alike());
    await run();
    const before = await findings();
    await run();
    expect(await findings()).toEqual(before);
  });

  it("a confirmation holds for these data, and not for others", async () => {
    await load(mixed());
    await run();
    const open = await warnings();
    await act(deputy, "total", "confirm");
    expect(await warnings()).toBe(open - 1);
    await run();
    expect(await warnings()).toBe(open - 1);
    const other = mixed().map((row) => (row.code === "8" ? { ...row, totalPrinted: 5 } : row));
    await load(other, "другой.xlsx");
    await run();
    expect((await finding("total")).confirmed).toBe(false);
  });

  it("the nightly round finds what was never checked", async () => {
    await load(alike());
    await checkNightly({}, now);
    expect(await errors()).toBe(1);
    expect(await pending()).toBe(false);
  });
});

describe("what is said about a finding", () => {
  beforeEach(async () => {
    await load(alike());
    await run();
  });

  it("goes from the office to the school and back, with who and when, and lies on the right desk", async () => {
    const desks = async () => [(await countAwaited(deputy)).findings, (await countAwaited(officer)).findings];
    const [atSchool] = await desks();
    await act(officer, "same-total", "ask");
    expect(await desks()).toEqual([atSchool, 0]);
    await act(deputy, "same-total", "answer");
    expect(await desks()).toEqual([atSchool! - 1, 1]);
    await act(officer, "same-total", "close");
    expect(await desks()).toEqual([atSchool, 0]);
    for (const viewer of [deputy, officer]) {
      const { messages } = await finding("same-total", viewer);
      expect(messages.map(({ kind, author, role }) => [kind, author, role])).toEqual([
        ["ask", officer.name, "municipality"],
        ["answer", deputy.name, "deputy"],
        ["close", officer.name, "municipality"],
      ]);
      expect(messages[0]?.at).toBe(now.toISOString());
    }
  });

  it("a school cannot confirm an error; the office can, and takes it back with a reason", async () => {
    await expect(act(deputy, "same-total", "confirm")).rejects.toMatchObject({ kind: "conflict" });
    await act(officer, "same-total", "confirm");
    expect(await errors()).toBe(0);
    await act(officer, "same-total", "reopen");
    expect(await errors()).toBe(1);
  });

  it("who writes on an old page is told so, and overwrites nothing", async () => {
    const old = await finding("same-total");
    await act(officer, "same-total", "ask");
    const late = { findingId: old.id, version: old.version, act: "ask" as const, text: "слова" };
    await expect(actOnFinding(deputy, late, now)).rejects.toMatchObject({
      messageKey: "checks.refused.findingChanged",
    });
  });

  it("the desk of the database counts what the rules of the code say", async () => {
    await act(officer, "same-total", "ask");
    for (const viewer of [deputy, officer]) {
      const waits = (await findings(viewer)).filter(
        (one) => one.awaited?.side === (viewer === deputy ? "school" : "office"),
      );
      const board = await listChecked(viewer, { show: "all" });
      expect(board.sets.reduce((sum, set) => sum + set.mine, 0)).toBe(waits.length);
    }
  });
});

describe("rules that an office writes", () => {
  const form = (given: object = {}) =>
    draftSchema.parse({
      ...{
        code: "",
        basedOn: "0",
        draftVersion: "0",
        kind: "figureBeyond",
        severity: "error",
        priority: "7",
      },
      ...{ title: "Много двоек", text: "Проверьте отметки класса.", grades: ["4"] },
      ...{
        "set-measure": "low",
        "set-side": "above",
        "set-limit": "10,5",
        "set-level": "class",
        "set-minimum": "5",
      },
      ...given,
    });
  const adoption = { reason: "Поручение совещания", effectiveOn: today };
  /** A class in which three of ten have no points. */
  const weak = () =>
    Array.from({ length: 10 }, (_, i) =>
      pupil(place, String(i), "4А", i < 3 ? [0, 0, 0] : [1, i % 3, i % 4]),
    );

  it("a draft judges nobody, shows whom it would have caught, and judges once it is adopted", async () => {
    await load(weak());
    const { code } = await saveDraft(officer, form(), now);
    await run();
    expect((await findings()).some(({ ruleCode }) => ruleCode === code)).toBe(false);

    const preview = await previewDraft(officer, code, 2025);
    expect(preview).toMatchObject({ sets: 1, schools: 1, cut: false });
    expect(preview.caught).toMatchObject([
      { schoolId: target.schoolId, findings: 1, works: 1, before: null },
    ]);

    const { version } = await adoptDraft(officer, { ...adoption, code, draftVersion: 1 }, now);
    expect(version).toBe(1);
    expect((await queued()).flatMap(({ targets }) => targets)).toContainEqual(target);
    await run();
    const found = await finding(code);
    expect(found).toMatchObject({ title: "Много двоек", severity: "error", ruleVersion: 1 });
    expect(found.numbers.lines[0]).toMatchObject({ name: "low", value: 30 });
    expect((await getRule(officer, code)).draft).toBeNull();
  });

  it("a preview sees only the schools of the office", async () => {
    await load(weak());
    const stranger = await person("municipality", { municipalityId: place.municipalityIds[1] });
    const { code } = await saveDraft(stranger, form(), now);
    expect((await previewDraft(stranger, code, 2025)).caught).toEqual([]);
    await adoptDraft(stranger, { ...adoption, code, draftVersion: 1 }, now);
    await run();
    expect((await findings()).some(({ ruleCode }) => ruleCode === code)).toBe(false);
  });

  it("a municipality leaves the region's rules alone; the region changes what came with the portal", async () => {
    const own = form({
      code: "same-total",
      basedOn: "1",
      kind: "allTheSame",
      "set-of": "total",
      "set-minimum": "50",
    });
    await expect(saveDraft(officer, own, now)).rejects.toMatchObject({
      messageKey: "checks.refused.notYours",
    });
    await saveDraft(region, own, now);
    expect(
      (await adoptDraft(region, { ...adoption, code: "same-total", draftVersion: 1 }, now)).version,
    ).toBe(2);
    await load(alike());
    await run();
    expect(await errors()).toBe(0);
  });

  it("an official rule with another limit is the office's own and loses its citation", async () => {
    const changed = (limit: string) =>
      form({
        ...{ code: "more-low", basedOn: "1", kind: "changedFromLastYear", "set-against": "sameWork" },
        ...{ "set-direction": "up", "set-level": "school", "set-minimum": "10", "set-limit": limit },
      });
    await saveDraft(region, changed("15"), now);
    const draft = async () => (await getRule(region, "more-low")).draft?.content;
    expect(await draft()).toMatchObject({ origin: "office", citation: "" });
    await dropDraft(region, { code: "more-low" });
    await saveDraft(region, changed("10"), now);
    expect((await draft())?.origin).toBe("official");
  });

  it("two people who change one rule notice each other", async () => {
    const { code } = await saveDraft(officer, form(), now);
    await saveDraft(officer, form({ code, draftVersion: "1" }), now);
    await expect(saveDraft(officer, form({ code, draftVersion: "1" }), now)).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(adoptDraft(officer, { ...adoption, code, draftVersion: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("no rule begins in the past", async () => {
    const { code } = await saveDraft(officer, form(), now);
    const early = { reason: "задним числом", effectiveOn: "2025-05-01" as const, code, draftVersion: 1 };
    await expect(adoptDraft(officer, early, now)).rejects.toMatchObject({
      messageKey: "checks.refused.tooEarly",
    });
  });

  it("a rule that is switched off finds nothing more, and its versions stay", async () => {
    await load(alike());
    await run();
    await switchOff(region, { ...adoption, code: "same-total", basedOn: 1 }, now);
    await run();
    expect(await errors()).toBe(0);
    expect((await getRule(region, "same-total")).versions.map(({ version, off }) => [version, off])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it("stand in a list by priority with what they found", async () => {
    await load(alike());
    await run();
    const rules = await listRules(deputy);
    expect(rules[0]).toMatchObject({ code: "same-total", open: 1, mine: false });
    expect(await asSystem((tx) => tx.checkRuleVersion.count({ where: { regionId: place.regionId } }))).toBe(
      0,
    );
  });
});

describe("the form of a rule", () => {
  const base = {
    ...{
      code: "",
      basedOn: "0",
      draftVersion: "0",
      kind: "journalSpearman",
      severity: "warning",
      priority: "7",
    },
    ...{ title: "Название", text: "Текст для школы.", "set-level": "class", "set-minimum": "5" },
  };
  it.each([
    ["−0,25", -0.25],
    ["-0.25", -0.25],
    ["1", 1],
  ])("reads %s as people type it", (typed, expected) => {
    expect(draftSchema.parse({ ...base, "set-limit": typed }).parameters.limit).toBe(expected);
  });
  it.each(["", "2", "1e3", "0,1,2", "x", "0; DROP"])("refuses «%s» beside its field", (typed) => {
    const { error } = draftSchema.safeParse({ ...base, "set-limit": typed });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["set-limit"]);
  });
});
