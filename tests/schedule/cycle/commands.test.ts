import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFacts } from "#lib/indicators/values/fact-reads.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { addCycleItem, editCycleItem, reportCycleItem, startCycle } from "#lib/schedule/cycle/commands.ts";
import { getCycle, getCycleItem, listCycleDue, listSchoolCycles } from "#lib/schedule/cycle/queries.ts";
import { yearTemplate } from "#lib/schedule/cycle/template.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-09-30T09:00:00Z");
const today = "2026-09-30";
const nothing = { evidence: "", document: "", documentUrl: "", reason: "", doneOn: null };
let deputy: Viewer;
let head: Viewer;
let teacher: Viewer;
let officer: Viewer;
let schoolId: number;

beforeAll(async () => {
  await testDatabase();
});

beforeEach(async () => {
  const place = await smallRegion();
  schoolId = place.schoolIds[0];
  deputy = await person("deputy", { schoolId });
  head = await person("head", { schoolId });
  teacher = await person("teacher", { schoolId, classLabels: ["2026:5А"] });
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  await startCycle(deputy, { year: 2026, from: "2026-08-01" }, now);
});

const cycle = () => getCycle(deputy, { schoolId: null, year: 2026 }, today);
const line = async (code: string) => (await cycle()).plan!.items.find((item) => item.code === code)!;
const done = async (code: string, doneOn: `${number}-${number}-${number}`) => {
  const { id: itemId, version } = await line(code);
  await reportCycleItem(
    deputy,
    { ...nothing, itemId, version, status: "done", doneOn, evidence: "Протокол № 1" },
    now,
  );
};

describe("a yearly cycle", () => {
  it("begins with every line of the template, once a year", async () => {
    const { plan, years } = await cycle();
    expect(plan!.items).toHaveLength(yearTemplate.length);
    expect(years).toEqual([2026]);
    await expect(startCycle(head, { year: 2026, from: "2026-08-01" }, now)).rejects.toThrow(
      "cycle.refused.exists",
    );
  });

  it("tells its completion to the school and to the office above it, and to nobody else's", async () => {
    await done("giaAnalysis", "2026-08-25");
    await done("council", "2026-09-02");
    // Due by 30 September: four lines of August and five of September.
    const expected = { due: 9, done: 2, inTime: 1 };
    expect((await cycle()).plan!.completion).toEqual(expected);
    const schools = await listSchoolCycles(officer, 2026, today);
    expect(schools.find(({ id }) => id === schoolId)).toMatchObject({ completion: expected });
    expect(schools.filter(({ completion }) => completion !== null)).toHaveLength(1);
  });

  it("puts what is overdue on the head's desk, and a teacher's line on the teacher's", async () => {
    const { plan } = await cycle();
    const content = {
      output: "Таблица",
      basis: "",
      clause: null,
      addressees: [],
      performer: "teacher" as const,
    };
    const { id } = await addCycleItem(
      deputy,
      {
        ...content,
        planId: plan!.id,
        title: "Чтение вслух",
        performerId: teacher.personId,
        dueOn: "2026-10-02",
      },
      now,
    );
    expect((await listCycleDue(teacher, today)).map((item) => item.id)).toEqual([id]);
    const onHeads = (await listCycleDue(head, today)).map(({ standing }) => standing);
    expect(new Set(onHeads)).toEqual(new Set(["overdue"]));
    expect((await listCycleDue(head, "2026-10-03")).map((item) => item.id)).toContain(id);
    expect(await listCycleDue(officer, today)).toEqual([]);
  });

  it("lets a teacher report on the own line only, and never leave one out", async () => {
    const { id: planId } = (await cycle()).plan!;
    const content = {
      title: "Своя",
      output: "Таблица",
      basis: "",
      clause: null,
      addressees: [],
      performer: "teacher" as const,
    };
    const { id: itemId } = await addCycleItem(
      deputy,
      { ...content, planId, performerId: teacher.personId, dueOn: "2026-10-02" },
      now,
    );
    const report = {
      ...nothing,
      itemId,
      version: 1,
      status: "done" as const,
      doneOn: today,
      evidence: "Таблица",
    } as const;
    await reportCycleItem(teacher, report, now);
    expect((await getCycleItem(teacher, itemId, today)).item).toMatchObject({
      standing: "done",
      doneOn: today,
    });
    const other = await line("council");
    await expect(
      reportCycleItem(teacher, { ...report, itemId: other.id, version: other.version }, now),
    ).rejects.toThrow("cycle.refused.notYours");
    await expect(
      reportCycleItem(teacher, { ...report, version: 2, status: "dropped", reason: "Не нужно" }, now),
    ).rejects.toThrow("forbidden");
  });

  it("keeps the later of two who changed a line at once from overwriting the first", async () => {
    const before = await line("council");
    await done("council", "2026-09-02");
    await expect(
      reportCycleItem(
        deputy,
        { ...nothing, itemId: before.id, version: before.version, status: "underway" },
        now,
      ),
    ).rejects.toThrow("cycle.refused.changed");
  });

  it("is not done on a day that has not come", async () => {
    await expect(done("council", "2026-10-05")).rejects.toThrow("cycle.refused.notYet");
  });

  it("gives no line to a person of another school", async () => {
    const item = await line("council");
    const content = {
      title: "Педсовет",
      output: "Протокол",
      basis: "",
      clause: null,
      addressees: [],
      performer: "head" as const,
    };
    const input = { ...content, itemId: item.id, version: item.version, dueOn: item.dueOn };
    await expect(editCycleItem(deputy, { ...input, performerId: officer.personId }, now)).rejects.toThrow(
      "notFound",
    );
    await editCycleItem(deputy, { ...input, performerId: head.personId }, now);
    expect(await line("council")).toMatchObject({ title: "Педсовет", performerName: head.name, version: 2 });
  });
});

describe("the yearly cycle as a source of facts", () => {
  it("counts its lines, what was done and what was done in time; what was left out is in no number", async () => {
    await done("giaAnalysis", "2026-08-25");
    await done("council", "2026-09-02");
    const { id: itemId, version } = await line("mockExams");
    await reportCycleItem(
      deputy,
      { ...nothing, itemId, version, status: "dropped", reason: "Нет выпускных классов" },
      now,
    );
    const facts = await asViewer(systemViewer, (tx) => readFacts(tx, [schoolId], [2026]));
    const counted = [...facts.values()].map((one) =>
      ["cycle_lines", "cycle_lines_done", "cycle_lines_in_time"].map((code) => one.get(code)?.[0]?.value),
    );
    expect(counted).toEqual([[yearTemplate.length - 1, 2, 1]]);
    const noted = await asViewer(systemViewer, (tx) =>
      tx.indicatorChange.count({ where: { schoolId, schoolYear: 2026 } }),
    );
    expect(noted).toBeGreaterThan(0);
  });
});
