import { beforeAll, describe, expect, it } from "vitest";
import { adoptIndicator, adoptVersion } from "#lib/indicators/adopt-commands.ts";
import { addIndicator } from "#lib/indicators/draft-commands.ts";
import { setTarget } from "#lib/indicators/level-commands.ts";
import { addIndicatorSchema } from "#lib/indicators/schema.ts";
import { periodsOf } from "#lib/indicators/values/bank.ts";
import { getBank } from "#lib/indicators/values/bank-queries.ts";
import { bankSheets } from "#lib/indicators/values/bank-sheet.ts";
import { computeChanged } from "#lib/indicators/values/compute-commands.ts";
import { assignDuty, enterFacts } from "#lib/indicators/values/entry-commands.ts";
import { getEntry } from "#lib/indicators/values/entry-queries.ts";
import { getUnitValues } from "#lib/indicators/values/queries.ts";
import { entrySchema } from "#lib/indicators/values/schema.ts";
import { listFactTasks } from "#lib/indicators/values/task-queries.ts";
import { getIndicatorValue } from "#lib/indicators/values/value-queries.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { translator } from "#messages/translate.ts";
import { draftForm } from "#tests/indicators/sample.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, smallRegion } from "#tests/support/registry.ts";

// A school measures the hours taught by quarters, the climate by half-years and injuries by months.

const now = new Date("2025-11-22T09:00:00Z");
const schoolYear = 2025;
let schoolId: number;
let head: Viewer;
let teacher: Viewer;
let neighbour: Viewer;
const ids: Record<string, number> = {};

beforeAll(async () => {
  await testDatabase();
  const { schoolIds } = await smallRegion();
  schoolId = schoolIds[1];
  head = await person("head", { schoolId });
  teacher = await person("teacher", { schoolId, classLabels: ["2025:4А"] });
  neighbour = await person("head", { schoolId: schoolIds[2] });
  await adopted({ code: "Ч1", period: "quarter", numerator: "hours_taught", denominator: "hours_planned" });
  await adopted({ ...plain, code: "П1", period: "halfYear", unit: "points100", aggregation: "notAdditive" });
  await adopted({
    ...plain,
    code: "М1",
    period: "month",
    unit: "pieces",
    aggregation: "sum",
    numerator: "injuries",
  });
});

const plain = { numerator: "", denominator: "" };

async function add(change: Record<string, string>): Promise<void> {
  await addIndicator(
    head,
    addIndicatorSchema.parse(draftForm({ effectiveFrom: "2025-09-01", dueDays: "7", ...change })),
    now,
  );
}

async function adopted(change: Record<string, string>): Promise<void> {
  await add(change);
  const code = change.code ?? "";
  const { id } = await asSystem((tx) => tx.indicator.findFirstOrThrow({ where: { code, schoolId } }));
  ids[code] = id;
  await adoptVersion(head, { indicatorId: id, revision: 1 }, now);
  await adoptIndicator(head, { indicatorId: id, adoptedOn: "2025-09-01", note: "" }, now);
}

const enter = (who: Viewer, part: string, values: Record<string, number>) =>
  enterFacts(
    who,
    {
      ...{ schoolId, schoolYear, part, origin: "entered" },
      values: Object.entries(values).map(([code, value]) => ({ code, value, version: 0, note: "журнал" })),
    },
    now,
  );
const line = async (code: string, today = "2025-11-22") =>
  (await getUnitValues(head, { kind: "school", id: schoolId }, schoolYear, today)).lines.find(
    (one) => one.code === code,
  );

describe("forms of a part of a school year", () => {
  it("ask for what indicators of that part use, and for nothing else", async () => {
    const codes = async (part: string) =>
      (await getEntry(head, schoolId, schoolYear, part)).forms.flatMap((form) => form.codes);
    expect(await codes("q1")).toEqual(["hours_planned", "hours_taught"]);
    expect(await codes("h1")).toEqual(["value:П1"]);
    expect(await codes("m10")).toEqual(["injuries"]);
    const { parts } = await getEntry(head, schoolId, schoolYear);
    // The year, two half-years, four quarters and twelve months.
    expect(parts).toHaveLength(1 + 2 + 4 + 12);
  });

  it("are tasks as soon as their part has begun, with a day after its end", async () => {
    const tasks = async (today: string) =>
      (await listFactTasks(head, schoolYear - 1, today))
        .filter(({ part }) => part.startsWith("q"))
        .map(({ part, dueOn, overdue }) => ({ part, dueOn, overdue }));
    // Seven days after 31 October and after 31 December.
    expect(await tasks("2025-11-22")).toEqual([
      { part: "q1", dueOn: "2025-11-07", overdue: true },
      { part: "q2", dueOn: "2026-01-07", overdue: false },
    ]);
    expect(await tasks("2025-10-31")).toEqual([{ part: "q1", dueOn: "2025-11-07", overdue: false }]);
  });

  it("become the value of their part alone", async () => {
    await enter(head, "q1", { hours_planned: 200, hours_taught: 190 });
    await computeChanged(now);
    // 190 of 200.
    expect(await line("Ч1")).toMatchObject({ part: "q1", value: 95, numerator: 190, denominator: 200 });
    expect((await getEntry(head, schoolId, schoolYear)).facts.has("hours_taught")).toBe(false);
    expect((await getEntry(head, schoolId, schoolYear, "q2")).facts.has("hours_taught")).toBe(false);
    expect((await listFactTasks(head, schoolYear - 1, "2025-11-22")).map(({ part }) => part)).not.toContain(
      "q1",
    );
  });

  it("belong to whom that part was given to", async () => {
    const duty = { schoolId, schoolYear, group: "programmes" as const, personId: teacher.personId ?? 0 };
    await assignDuty(head, { ...duty, part: "q2", dueOn: "2025-12-25" }, now);
    expect(await listFactTasks(teacher, schoolYear - 1, "2025-11-22")).toMatchObject([
      { part: "q2", dueOn: "2025-12-25" },
    ]);
    await expect(enter(teacher, "q3", { hours_planned: 240 })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await enter(teacher, "q2", { hours_planned: 160, hours_taught: 160 })).toEqual({ changed: 2 });
  });

  it("are refused for a part that a school year does not have", async () => {
    await expect(enter(head, "q5", { hours_planned: 1 })).rejects.toMatchObject({
      messageKey: "indicatorValues.refused.partOfYear",
    });
    const form = { schoolId: "1", schoolYear: "2025", note: "" };
    expect(entrySchema.safeParse({ ...form, part: "q5" }).success).toBe(false);
    expect(entrySchema.parse(form)).toMatchObject({ part: "" });
  });

  it("do not exist for strangers", async () => {
    await expect(getEntry(neighbour, schoolId, schoolYear, "q1")).rejects.toMatchObject({ kind: "notFound" });
    await expect(enter(neighbour, "q1", { hours_planned: 1 })).rejects.toMatchObject({ kind: "notFound" });
    await expect((async () => getEntry(publicViewer, schoolId, schoolYear, "q1"))()).rejects.toMatchObject({
      kind: "notSignedIn",
    });
    const value = async (who: Viewer) =>
      getIndicatorValue(who, ids.Ч1 ?? 0, { kind: "school", id: schoolId }, schoolYear, "q1");
    await expect(value(neighbour)).rejects.toMatchObject({ kind: "notFound" });
    await expect(value(publicViewer)).rejects.toMatchObject({ kind: "notSignedIn" });
  });
});

describe("a value of a part of a year", () => {
  it("stands beside the other parts with the plan of the year, where that is a level to hold", async () => {
    const target = { schoolYear, note: "", revision: 0 };
    await setTarget(head, { ...target, indicatorId: ids.Ч1 ?? 0, target: 98 }, now);
    await setTarget(head, { ...target, indicatorId: ids.М1 ?? 0, target: 12 }, now);
    await enter(head, "m10", { injuries: 2 });
    await computeChanged(now);
    const unit = { kind: "school" as const, id: schoolId };
    const page = await getIndicatorValue(head, ids.Ч1 ?? 0, unit, schoolYear, "q1");
    expect(page.period).toMatchObject({ part: "q1", start: "2025-09-01", end: "2025-10-31" });
    expect(page.parts.map(({ line: one }) => [one.part, one.value, one.target])).toEqual([
      ["q1", 95, 98],
      ["q2", 100, 98],
      ["q3", null, 98],
      ["q4", null, 98],
    ]);
    expect(page.facts.map(({ code, value }) => [code, value])).toEqual([
      ["hours_taught", 190],
      ["hours_planned", 200],
    ]);
    // Twelve injuries a year are not twelve a month, and the portal does not divide them.
    const months = await getIndicatorValue(head, ids.М1 ?? 0, unit, schoolYear, "m10");
    expect(months.line).toMatchObject({ part: "m10", value: 2, target: null });
  });

  it("stands in the bank under its part, on the page and in the workbook", async () => {
    const question = { codes: ["Ч1"], years: [2025], units: "own" as const, rows: "units" as const };
    const table = await getBank(head, { kind: "school", id: schoolId }, { ...question, period: "quarter" });
    expect(periodsOf(table).map(({ part }) => part)).toEqual(["q1", "q2", "q3", "q4"]);
    expect(table.cells[0]?.[0]?.map(({ value }) => value)).toEqual([95, 100, null, null]);
    const words = { t: translator("ru"), locale: "ru" as const, timeZone: "Europe/Moscow" };
    const [sheet] = bankSheets(words, "Т", table, "");
    expect(sheet?.columns.map(({ header }) => header).slice(1, 3)).toEqual([
      "Ч1, I четверть 2025/26, %",
      "Ч1, II четверть 2025/26, %",
    ]);
    expect(sheet?.rows[0]?.slice(1)).toEqual([95, 100, "н/д", "н/д"]);
    // A table of years has no quarters in it.
    expect((await getBank(head, { kind: "school", id: schoolId }, question)).indicators).toEqual([]);
  });
});

describe("formulas of a part of a year", () => {
  it("are refused over what is known for a year only", async () => {
    await expect(
      add({ code: "Э1", period: "quarter", numerator: "ege_scored", denominator: "ege_participants" }),
    ).rejects.toMatchObject({
      messageKey: "formulas.problems.factOfYearOnly",
      params: { code: "ege_scored", period: "quarter" },
    });
  });

  it("are refused over an indicator of another period, finer or coarser", async () => {
    const over = { ...plain, unit: "percentagePoints", aggregation: "notAdditive" };
    const numerator = 'indicator("Ч1") - 1 * indicator("Ч1")';
    for (const period of ["year", "halfYear", "month"])
      await expect(add({ ...over, code: "Р1", period, numerator })).rejects.toMatchObject({
        messageKey: "formulas.problems.indicatorOfOtherPeriod",
        params: { code: "Ч1", period, other: "quarter" },
      });
    await expect(add({ ...over, code: "Р1", period: "quarter", numerator })).resolves.toBeUndefined();
  });

  it("say so in a sentence", () => {
    expect(
      translator("ru")("formulas.problems.indicatorOfOtherPeriod", {
        code: "Ч1",
        period: "year",
        other: "quarter",
      }),
    ).toBe(
      "Показатель Ч1 считается по четвертям, а этот — по учебным годам. Значения разных периодов портал не складывает и не усредняет: запишите формулу через факты.",
    );
  });
});
