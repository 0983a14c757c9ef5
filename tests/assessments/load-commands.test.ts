import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { addWork, adoptScale } from "#lib/assessments/commands.ts";
import { addWorkFromFile, takeTasksFromFile } from "#lib/assessments/file-work-commands.ts";
import { applyWorks, loadShippedWorks, loadWorks } from "#lib/assessments/load-commands.ts";
import { findWorks, getWork, listWorks, listYears } from "#lib/assessments/queries.ts";
import { markByScale } from "#lib/assessments/rules.ts";
import type { AddWorkInput, AdoptScaleInput } from "#lib/assessments/schema.ts";
import { workFacts } from "#lib/assessments/work-facts.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-04-22T10:00:00Z");
const later = new Date("2026-04-23T10:00:00Z");
let place: SmallRegion;
let other: SmallRegion;
let editor: Viewer;
let deputy: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  other = await smallRegion();
  editor = await person("region", { regionId: place.regionId });
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
});

let year = 2030;
/** A work that nobody else in this file has: every call takes a year of its own. */
const input = (part: Partial<AddWorkInput> = {}): AddWorkInput => ({
  kind: "vpr",
  year: year++,
  season: "spring",
  gradeTested: 4,
  gradeWriting: null,
  subject: "RU",
  level: "base",
  maxScore: 5,
  opensOn: null,
  closesOn: null,
  tasks: "1; 2; Б\n2; 3; П",
  note: "",
  ...part,
});
const scale = (workId: number, part: Partial<AdoptScaleInput> = {}): AdoptScaleInput => ({
  workId,
  baseEdition: 0,
  scale: "0-1 | 2 | 3-4 | 5",
  source: "описание работы",
  note: "",
  needsCheck: false,
  ...part,
});
const refusal = (kind: string, key: string, params = {}) =>
  expect.objectContaining({ kind, messageKey: `assessments.refused.${key}`, params });
/** Results of a school for the work, as applying an import leaves them. */
const giveResults = (workId: number, schoolId: number) =>
  inTransaction(systemViewer, (tx) =>
    tx.resultSet.create({
      data: {
        schoolId,
        workId,
        year: 2026,
        version: 1,
        lastImport: 0,
        receivedAt: now,
        changedAt: now,
        changedBy: 1,
      },
    }),
  );
const events = (workId: number) =>
  asSystem((tx) => tx.auditEvent.findMany({ where: { subject: `work:${workId}` }, orderBy: { id: "asc" } }));

describe("files of works", () => {
  const own = (name: string) => ({
    name,
    bytes: readFileSync(new URL(`../fixtures/own/${name}`, import.meta.url)),
  });
  const files = [own("works.csv"), own("scale.csv")];
  const codes = ["VPR-2024-MA-4", "VPR-2024-RU-4", "VPR-2025-MA-5", "VPR-2025-RU-5"];

  it("a dry run says what would happen and writes nothing", async () => {
    const outcome = await loadWorks(editor, files, { dryRun: true }, now);
    expect(outcome.added).toEqual(
      codes.map((code) => ({ code, workId: null, parts: ["work", "tasks", "scale"] })),
    );
    expect(outcome.refused).toEqual([]);
    expect(await listWorks(editor, { year: 2024 })).toEqual([]);
  });
  it("add works with tasks and scales; the same files again change nothing and say so", async () => {
    const first = await loadWorks(editor, files, {}, now);
    expect(first.added.map(({ code }) => code)).toEqual(codes);
    const again = await loadWorks(editor, files, {}, later);
    expect([again.added, again.changed, again.refused]).toEqual([[], [], []]);
    expect(again.unchanged.map(({ code }) => code)).toEqual(codes);
    const [work] = await findWorks(deputy, "RU4-2024");
    expect(await getWork(deputy, work?.id ?? 0)).toMatchObject({
      taskCount: 16,
      editions: [{ edition: 1, source: "scale.csv" }],
    });
  });
  it("a work is found by its whole code and by the short ones, while they name one", async () => {
    const found = async (text: string) => (await findWorks(deputy, text)).map(({ code }) => code);
    expect(await found("VPR-2024-MA-4")).toEqual(["VPR-2024-MA-4"]);
    expect(await found("MA5")).toEqual(["VPR-2025-MA-5"]);
    expect(await found("MA-4-2024")).toEqual(["VPR-2024-MA-4"]);
    expect(await found("MA-4-2023")).toEqual([]);
    expect(await found("что-нибудь")).toEqual([]);
  });
  it("another scale becomes a new edition; a broken one refuses its work and lets the others in", async () => {
    const text =
      "grade,subject,year,max,min3,min4,min5\n4,MA,2024,20,6,10,15\n4,RU,2024,27,9,9,22\n5,OM,2024,32,8,18,27\n";
    const outcome = await loadWorks(
      editor,
      [{ name: "scale.csv", bytes: new TextEncoder().encode(text) }],
      {},
      later,
    );
    expect(outcome.changed).toMatchObject([{ code: "VPR-2024-MA-4", parts: ["scale"] }]);
    expect(outcome.added).toMatchObject([{ code: "VPR-2024-OM-5" }]);
    expect(outcome.refused).toMatchObject([{ severity: "error", row: 3, params: { work: "VPR-2024-RU-4" } }]);
    expect(await getWork(editor, outcome.changed[0]?.workId ?? 0)).toMatchObject({
      taskCount: 15,
      scale: { edition: 2 },
      editions: [{ edition: 2 }, { edition: 1 }],
    });
  });
  it("tasks of a work with results are refused by name, with the row", async () => {
    const { workId } = await addWork(editor, input({ year: 2029 }), now);
    await giveResults(workId, place.schoolIds[0]);
    const text = "year,grade,subject,task,task_max\n2029,4,RU,1,3\n2029,4,RU,2,2\n";
    const outcome = await loadWorks(
      editor,
      [{ name: "a.csv", bytes: new TextEncoder().encode(text) }],
      {},
      later,
    );
    expect(outcome.refused).toMatchObject([
      { code: "tasksLocked", row: 2, params: { work: "VPR-2029-RU-4" } },
    ]);
  });
  it("what a browser posts back is checked like a file", async () => {
    const outcome = await loadWorks(
      editor,
      [
        {
          name: "a.csv",
          bytes: new TextEncoder().encode("year,grade,subject,max,min3,min4,min5\n2028,4,RU,20,6,10,15\n"),
        },
      ],
      { dryRun: true },
      now,
    );
    const [draft] = outcome.drafts;
    const forged = { ...draft, scale: { ...draft?.scale, min3: 12 } } as (typeof outcome.drafts)[number];
    expect(await applyWorks(editor, [forged], now)).toMatchObject({
      added: [],
      refused: [{ code: "scaleBandBackwards" }],
    });
    expect(await applyWorks(editor, outcome.drafts, now)).toMatchObject({
      added: [{ code: "VPR-2028-RU-4" }],
    });
  });
});

describe("the definitions that ship with the portal", () => {
  it("are loaded once; a second time changes nothing, and never what the centre has decided", async () => {
    const first = await loadShippedWorks(systemViewer, now);
    expect(first.added).toHaveLength(32);
    // Works of many years have the same short code: the person has to say more.
    expect((await findWorks(deputy, "RU4")).length).toBeGreaterThan(1);
    const [geography] = await findWorks(editor, "VPR-2021-GG-8");
    const [facts] = await workFacts(deputy, { ids: [geography?.id ?? 0] });
    expect(markByScale(facts?.scale ?? { bands: [] }, 35)).toBeNull();
    expect((await getWork(editor, geography?.id ?? 0)).editions).toMatchObject([
      { shipped: true, needsCheck: true, disputed: [35] },
    ]);

    const decision = scale(geography?.id ?? 0, {
      baseEdition: 1,
      scale: "0-12 | 13-26 | 27-35 | 36-40",
      note: "решение центра",
    });
    await adoptScale(editor, decision, later);
    const again = await loadShippedWorks(systemViewer, later);
    expect([again.added, again.changed]).toEqual([[], []]);
    expect(again.unchanged).toHaveLength(32);
    const [decided] = await workFacts(deputy, { ids: [geography?.id ?? 0] });
    expect(markByScale(decided?.scale ?? { bands: [] }, 35)).toBe(4);
  });
});

describe("a school's file before the centre has described the work", () => {
  const header = {
    kind: "vpr",
    year: 2027,
    season: "spring",
    gradeTested: 6,
    subject: "BI",
    level: "base",
  } as const;
  const tasks = [
    { code: "1.1", max: 1, difficulty: "Б" },
    { code: "1.2", max: 2, difficulty: null },
  ] as const;

  it("the deputy head gets a work without a scale, marked as unchecked, in the school's own journal", async () => {
    const { workId, code, added } = await addWorkFromFile(deputy, { ...header, tasks }, now);
    expect([code, added]).toEqual(["VPR-2027-BI-6", true]);
    expect(await getWork(deputy, workId)).toMatchObject({
      origin: "file",
      tasksNeedCheck: true,
      maxScore: 3,
      scale: null,
      taskCount: 2,
    });
    expect(await events(workId)).toMatchObject([
      { action: "assessments.addFromFile", schoolId: deputy.schoolId, actorId: deputy.personId },
    ]);
  });
  it("a second school's file finds the same work", async () => {
    const colleague = await person("deputy", { schoolId: place.schoolIds[1] });
    expect(await addWorkFromFile(colleague, { ...header, tasks }, later)).toMatchObject({
      code: "VPR-2027-BI-6",
      added: false,
    });
  });
  it("two schools at the same moment describe it once", async () => {
    const colleague = await person("deputy", { schoolId: place.schoolIds[1] });
    const both = [deputy, colleague].map((viewer) =>
      addWorkFromFile(viewer, { ...header, year: 2033, subject: "GG", tasks }, now),
    );
    const [first, second] = await Promise.all(both);
    expect(first?.workId).toBe(second?.workId);
    expect(await findWorks(deputy, "VPR-2033-GG-6")).toHaveLength(1);
  });
  it("a header without every maximum describes nothing", async () => {
    const open = [{ code: "1", max: null, difficulty: null }];
    await expect(addWorkFromFile(deputy, { ...header, year: 2028, tasks: open }, now)).rejects.toEqual(
      refusal("invalid", "headerIncomplete", { task: "1" }),
    );
    await expect(addWorkFromFile(deputy, { ...header, year: 2028, tasks: [] }, now)).rejects.toEqual(
      refusal("invalid", "headerEmpty"),
    );
  });
  it("the centre's own description makes it checked", async () => {
    const text = "year,grade,subject,task,task_max,difficulty\n2027,6,BI,1.1,1,Б\n2027,6,BI,1.2,2,П\n";
    await loadWorks(editor, [{ name: "a.csv", bytes: new TextEncoder().encode(text) }], {}, later);
    const [work] = await findWorks(editor, "VPR-2027-BI-6");
    expect(work).toMatchObject({ origin: "centre", tasksNeedCheck: false });
  });
});

describe("columns of a form where the description is coarser", () => {
  const header = (codes: readonly (readonly [string, number])[]) =>
    codes.map(([code, max]) => ({ code, max, difficulty: null }));

  it("a work known by its scale alone takes the columns whose maxima add up", async () => {
    const { workId } = await addWork(editor, input({ tasks: "" }), now);
    expect(
      await takeTasksFromFile(
        deputy,
        workId,
        header([
          ["1", 2],
          ["2К1", 3],
        ]),
        later,
      ),
    ).toEqual({ changed: true });
    expect(await getWork(deputy, workId)).toMatchObject({
      tasksNeedCheck: true,
      tasks: [
        { code: "1", max: 2 },
        { code: "2К1", max: 3 },
      ],
    });
    expect(
      await takeTasksFromFile(
        deputy,
        workId,
        header([
          ["1", 2],
          ["2К1", 3],
        ]),
        later,
      ),
    ).toEqual({ changed: false });
  });
  it("columns that do not add up are another work", async () => {
    const { workId, code } = await addWork(editor, input({ tasks: "" }), now);
    await expect(takeTasksFromFile(deputy, workId, header([["1", 2]]), later)).rejects.toEqual(
      refusal("conflict", "otherTasks", { code }),
    );
  });
  it("tasks known by number are split only while they are unchecked and nobody has results", async () => {
    const split = header([
      ["1", 2],
      ["2К1", 1],
      ["2К2", 2],
    ]);
    const checked = await addWork(editor, input(), now);
    await expect(takeTasksFromFile(deputy, checked.workId, split, later)).rejects.toEqual(
      refusal("conflict", "otherTasks", { code: checked.code }),
    );

    const { workId, code } = await addWork(editor, input(), now);
    await inTransaction(systemViewer, (tx) =>
      tx.work.update({ where: { id: workId }, data: { tasksNeedCheck: true } }),
    );
    await giveResults(workId, other.schoolIds[1]);
    await expect(takeTasksFromFile(deputy, workId, split, later)).rejects.toEqual(
      refusal("conflict", "otherTasks", { code }),
    );
    await inTransaction(systemViewer, (tx) => tx.resultSet.deleteMany({ where: { workId } }));
    expect(await takeTasksFromFile(deputy, workId, split, later)).toEqual({ changed: true });
    expect((await getWork(deputy, workId)).tasks).toMatchObject([
      { code: "1", difficulty: "Б" },
      { code: "2К1" },
      { code: "2К2" },
    ]);
  });
});

describe("lists", () => {
  it("are by year, newest first, then by grade; filters are what was asked for", async () => {
    const years = await listYears(deputy);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const works = await listWorks(deputy, { year: 2021, subject: "MA" });
    expect(works.map(({ gradeTested }) => gradeTested)).toEqual([4, 5, 6, 7, 8]);
    expect(await listWorks(deputy, { year: 2021, gradeTested: 8, kind: "oge" })).toEqual([]);
  });
  it("the facts of a work hold its tasks in order and its scale", async () => {
    expect(await workFacts(deputy, { ids: [place.workId] })).toMatchObject([
      {
        id: place.workId,
        maxScore: 6,
        tasks: [
          { code: "1", max: 1 },
          { code: "2", max: 2 },
          { code: "3", max: 3 },
        ],
        scale: { edition: 1, bands: [{ mark: 2, from: 0, to: 1 }, {}, {}, { mark: 5, from: 6, to: 6 }] },
      },
    ]);
  });
});
