import { beforeAll, describe, expect, it } from "vitest";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import { computeChanged } from "#lib/indicators/values/compute-commands.ts";
import { assignDuty, enterFacts } from "#lib/indicators/values/entry-commands.ts";
import { getEntry } from "#lib/indicators/values/entry-queries.ts";
import { factSheet, readFactSheet } from "#lib/indicators/values/fact-sheet.ts";
import { readFactText } from "#lib/indicators/values/fact-text.ts";
import { getUnitValues } from "#lib/indicators/values/queries.ts";
import { listFactTasks } from "#lib/indicators/values/task-queries.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { translator } from "#messages/translate.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-06-01T09:00:00Z");
const today = "2026-06-01";
let schoolId: number;
let otherTeacherId: number;
const schoolYear = 2025;
let head: Viewer;
let teacher: Viewer;

beforeAll(async () => {
  await testDatabase();
  const { schoolIds } = await smallRegion();
  schoolId = schoolIds[1];
  otherTeacherId = (await person("teacher", { schoolId: schoolIds[2] })).personId ?? 0;
  await loadShippedIndicators(systemViewer, now);
  head = await person("head", { schoolId });
  teacher = await person("teacher", { schoolId, classLabels: ["2025:4А"] });
});

const enter = (viewer: Viewer, values: Record<string, number | null>, version = 0) =>
  enterFacts(
    viewer,
    {
      ...{ schoolId, schoolYear, origin: "entered" },
      values: Object.entries(values).map(([code, value]) => ({ code, value, version, note: "приказ № 5" })),
    },
    now,
  );
const line = async (code: string) => {
  const { lines } = await getUnitValues(head, { kind: "school", id: schoolId }, schoolYear, today);
  return lines.find((one) => one.code === code && one.family === "order1324");
};

describe("what people enter", () => {
  it("becomes values of the order's indicators in the job that follows", async () => {
    expect(await line("1.25")).toMatchObject({ state: "absent", value: null });
    await enter(head, { staff_total: 40, staff_higher: 34 });
    await computeChanged(now);
    // 34 of 40 teachers: 85 %.
    expect(await line("1.25")).toMatchObject({ state: "value", value: 85, numerator: 34, denominator: 40 });
    expect(await line("1.24")).toMatchObject({ value: 40 });
  });

  it("keeps author and grounds, and says when somebody was faster", async () => {
    const page = await getEntry(head, schoolId, schoolYear);
    expect(page.facts.get("staff_total")).toMatchObject({
      value: 40,
      note: "приказ № 5",
      who: head.name,
      version: 1,
    });
    await expect(enter(head, { staff_total: 41 })).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.changed",
    });
    expect(await enter(head, { staff_total: 40 })).toEqual({ changed: 0 });
    expect(await enter(head, { staff_total: 41 }, 1)).toEqual({ changed: 1 });
  });

  it("refuses a part that is more than its whole, whichever came last", async () => {
    await expect(enter(head, { staff_higher_pedagogical: 35 })).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.part",
      params: { part: "С высшим педагогическим образованием", whole: "С высшим образованием" },
    });
    await expect(enter(head, { staff_total: 33 }, 2)).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.part",
    });
  });

  it("an emptied field is unknown again, never 0", async () => {
    await enter(head, { computers: 0 });
    expect((await getEntry(head, schoolId, schoolYear)).facts.get("computers")?.value).toBe(0);
    await enter(head, { computers: null }, 1);
    expect((await getEntry(head, schoolId, schoolYear)).facts.has("computers")).toBe(false);
  });
});

describe("what is missing is a task with an owner", () => {
  it("belongs to the head until somebody is named, then to that person, with the day", async () => {
    const staff = (tasks: Awaited<ReturnType<typeof listFactTasks>>) =>
      tasks.find(({ group }) => group === "staff");
    expect(staff(await listFactTasks(head, schoolYear, today))).toMatchObject({
      owner: null,
      overdue: false,
    });
    expect(await listFactTasks(teacher, schoolYear, today)).toEqual([]);
    await expect(enter(teacher, { psychologists: 1 })).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.notYours",
    });
    const duty = {
      schoolId,
      schoolYear,
      group: "staff" as const,
      personId: teacher.personId ?? 0,
      dueOn: "2026-05-20",
    };
    await assignDuty(head, duty, now);
    expect(staff(await listFactTasks(teacher, schoolYear, today))).toMatchObject({
      dueOn: "2026-05-20",
      overdue: true,
    });
    expect(await enter(teacher, { psychologists: 1 })).toEqual({ changed: 1 });
    await expect(enter(teacher, { computers: 1 })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(assignDuty(head, { ...duty, personId: otherTeacherId }, now)).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.person",
    });
  });
});

describe("the template", () => {
  const t = translator("ru");
  const sheet = (rows: readonly { code: string; value: number | string | null }[]) => {
    const made = factSheet(
      t,
      rows.map(({ code }) => ({ code, name: code, unit: "чел.", value: null, note: "" })),
    );
    const filled = {
      ...made,
      rows: made.rows.map((row, i) => row.map((cell, c) => (c === 3 ? (rows[i]?.value ?? null) : cell))),
    };
    const outcome = readWorkbook(writeXlsx([filled]), "f.xlsx");
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return readFactSheet(outcome.workbook, () => true);
  };

  it("comes back as what was filled in; what is empty changes nothing", () => {
    expect(
      sheet([
        { code: "staff_total", value: 40 },
        { code: "computers", value: null },
        { code: "reading_room", value: "да" },
        { code: "positions", value: 41.5 },
      ]),
    ).toEqual({
      ok: true,
      values: [
        { code: "staff_total", value: 40, note: "" },
        { code: "reading_room", value: 1, note: "" },
        { code: "positions", value: 41.5, note: "" },
      ],
    });
  });

  it("refuses the whole file at the row that is wrong", () => {
    expect(sheet([{ code: "staff_total", value: "много" }])).toEqual({
      ok: false,
      key: "notANumber",
      params: { row: 2, raw: "много" },
    });
    expect(sheet([{ code: "staff_totall", value: 1 }])).toMatchObject({
      ok: false,
      key: "unknownFact",
      params: { row: 2 },
    });
    expect(
      sheet([
        { code: "computers", value: 1 },
        { code: "computers", value: 2 },
      ]),
    ).toMatchObject({ ok: false, key: "twice", params: { row: 3 } });
  });

  it.each([
    ["", "staff_total", { ok: true, value: null }],
    ["1 234", "staff_total", { ok: true, value: 1234 }],
    ["41,5", "positions", { ok: true, value: 41.5 }],
    ["41,5", "staff_total", { ok: false, key: "refused.whole" }],
    ["-1", "staff_total", { ok: false, key: "refused.negative" }],
    ["ні", "reading_room", { ok: true, value: 0 }],
    ["2", "reading_room", { ok: false, key: "refused.yesNo" }],
    ["-", "staff_total", { ok: false, key: "fields.number" }],
  ])("%j for %s is read as it is meant", (text, code, expected) => {
    expect(readFactText(text, factOf(code))).toEqual(expected);
  });
});
