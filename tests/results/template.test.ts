import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { templateFile } from "#lib/results/template.ts";
import {
  getTemplateFacts,
  listSchoolChoices,
  listTemplateWorks,
  type TemplateFacts,
} from "#lib/results/template-queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { deputyOf, now, referenceRegion, workIdOf } from "./brought.ts";

let deputy: Viewer & { schoolId: number };
let facts: TemplateFacts;
const t = rootTranslator("ru");

beforeAll(async () => {
  await referenceRegion();
  deputy = await deputyOf("970019");
  facts = await getTemplateFacts(deputy, { workId: await workIdOf("MA", 4), login: null });
});

/** The template as text, with the first lines of its table filled in. */
function filled(format: "xlsx" | "csv"): { name: string; bytes: Uint8Array } {
  const { name, bytes } = templateFile(t, facts, format);
  const outcome = readWorkbook(bytes, name);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const sheets = outcome.workbook.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row) => [...row]),
  }));
  const table = sheets[0]!.rows;
  const header = table.findIndex((row) => row[0] === "Код");
  const tasks = facts.work.tasks;
  for (const [i, code] of ["00101", "00102", "00103"].entries()) {
    const line = table[header + 1 + i]!;
    const points = tasks.map((task, at) => (i === 1 && at === 0 ? "Х" : String(Math.min(1, task.max))));
    const sum = points.reduce((total, point) => total + (point === "Х" ? 0 : Number(point)), 0);
    const rest = i === 2 ? ["отсутствовал"] : ["1", ...points, i === 0 ? "4" : "нет", String(sum)];
    table[header + 1 + i] = [code, line[1] ?? "", ...rest];
  }
  if (format === "csv")
    return { name, bytes: new TextEncoder().encode(table.map((row) => row.join(";")).join("\r\n")) };
  const written = sheets.map(({ name: title, rows: [head = [], ...rows] }) => ({
    name: title,
    columns: head.map((text) => ({ header: text, width: 10 })),
    rows,
  }));
  return { name, bytes: writeXlsx(written) };
}

describe("the portal's template", () => {
  it("has a line for each pupil of the classes of the grade that writes, in the year of the work", () => {
    expect(facts.classes.map(({ label }) => label)).toEqual(["4А", "4Б"]);
    const outcome = readWorkbook(templateFile(t, facts, "xlsx").bytes, "x.xlsx");
    const rows = outcome.ok ? (outcome.workbook.sheets[0]?.rows ?? []) : [];
    const labels = rows.slice(1).map((row) => row[1]);
    for (const { label, pupils } of facts.classes)
      expect(labels.filter((one) => one === label)).toHaveLength(pupils ?? 1);
  });

  it("is named after the work and the school", () => {
    expect(templateFile(t, facts, "csv").name).toBe("Шаблон. ВПР 2024. Математика, 4 класс. edu970019.csv");
  });

  it.each(["xlsx", "csv"] as const)(
    "comes back filled in as %s without a single error, its work and school known",
    async (format) => {
      const { name, bytes } = filled(format);
      const { examination, status } = await importFile(
        deputy,
        { name, bytes },
        { given: {}, dryRun: true },
        now,
      );
      expect(status).toBe("checked");
      expect(
        examination.findings.filter(({ severity }) => severity !== "note").map(({ code }) => code),
      ).toEqual([]);
      expect(examination.understood).toMatchObject({
        layout: "T",
        schoolFrom: "file",
        taken: 2,
        absent: 1,
        refused: 0,
      });
      expect(
        examination.rows.map(({ code, classLabel, status: state }) => [code, classLabel, state]),
      ).toEqual([
        ["00101", "4А", "present"],
        ["00102", "4А", "present"],
        ["00103", "4А", "absent"],
      ]);
    },
  );

  it.each(["xlsx", "csv"] as const)(
    "comes back empty as %s as a form without pupils, not as a form of nobody's points",
    async (format) => {
      const { name, bytes } = templateFile(t, facts, format);
      const { examination } = await importFile(deputy, { name, bytes }, { given: {}, dryRun: true }, now);
      expect(examination.rows).toEqual([]);
      expect(examination.findings.map(({ code }) => code)).toEqual(["noPupilRows"]);
    },
  );

  it("a school without classes in the registry gets an empty form with the same header", () => {
    const { bytes } = templateFile(t, { ...facts, classes: [] }, "csv");
    expect(new TextDecoder().decode(bytes).trimEnd().split("\r\n")).toHaveLength(3);
  });
});

describe("what a template can be made for", () => {
  it("works with described tasks, newest first", async () => {
    const works = await listTemplateWorks(deputy);
    expect(works.length).toBeGreaterThan(1);
    expect(works.map(({ year }) => year)).toEqual(works.map(({ year }) => year).toSorted((a, b) => b - a));
  });

  it("the viewer's schools; another school's login is not found", async () => {
    expect((await listSchoolChoices(deputy))?.map(({ login }) => login)).toEqual(["970019"]);
    await expect(getTemplateFacts(deputy, { workId: facts.work.id, login: "970024" })).rejects.toMatchObject({
      kind: "notFound",
    });
    await expect(getTemplateFacts(deputy, { workId: 999_999, login: null })).rejects.toMatchObject({
      kind: "notFound",
    });
  });
});
