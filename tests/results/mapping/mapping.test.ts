import { beforeAll, describe, expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { getImport } from "#lib/results/import-queries.ts";
import { keptSheets } from "#lib/results/import-writes.ts";
import { lineAccount } from "#lib/results/line-account.ts";
import { saveMapping } from "#lib/results/mapping/commands.ts";
import { mappingFormSchema } from "#lib/results/mapping/mapping-form.ts";
import { getMapping } from "#lib/results/mapping/queries.ts";
import { getResultRows } from "#lib/results/queries.ts";
import { checkAgain } from "#lib/results/receive-commands.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { asSystem, person } from "#tests/support/registry.ts";
import { bringAndCheck, deputyOf, now, referenceRegion, workIdOf } from "../brought.ts";

let region: Viewer;
let deputy: Viewer & { schoolId: number };
let workId: number;
let maxima: number[];
let codes: string[];

beforeAll(async () => {
  ({ region } = await referenceRegion());
  deputy = await deputyOf("970019");
  workId = await workIdOf("MA", 4);
  const tasks = await asSystem((tx) =>
    tx.workTask.findMany({ where: { workId }, orderBy: { position: "asc" } }),
  );
  maxima = tasks.map(({ max }) => max);
  codes = tasks.map(({ code }) => code);
});

/** A завуч's own table of this work: full names beside codes, no maxima, no year, no school. */
function table(pupils: number, header = "Номер работы"): string {
  const head = ["№", "Фамилия, имя", header, "Кл.", ...codes, "Сумма", "Четверть"];
  const lines = Array.from({ length: pupils }, (_, i) => {
    const points = maxima.map((max, task) => (i + task) % (max + 1));
    const sum = points.reduce((total, point) => total + point, 0);
    return [i + 1, `Иванова Анна ${i}`, `0${4001 + i}`, "4А", ...points, sum, 4].join(";");
  });
  return `Математика\n\n${head.join(";")}\n${lines.join("\n")}\n`;
}

async function form(viewer: Viewer, importId: number, changes: Record<string, string> = {}) {
  const view = await getMapping(viewer, importId, {});
  const fields = Object.fromEntries(
    view.columns.flatMap(({ column, meaning, task }) => [
      [`m${column}`, meaning],
      [`t${column}`, task ?? ""],
    ]),
  );
  const raw = {
    importId: String(importId),
    sheet: view.sheet,
    headerRow: String(view.headerRow),
    name: "Таблица завуча",
  };
  return mappingFormSchema.parse({ ...raw, ...fields, workId: String(workId), ...changes });
}

describe("a table of an unknown form", () => {
  let id: number;

  it("is no refusal: it waits for its columns to be named", async () => {
    id = await bringAndCheck(deputy, "Таблица.csv", table(12));
    expect(await getImport(deputy, id)).toMatchObject({ state: "mapping", kept: true });
  });

  it("is kept without the names of pupils", async () => {
    const sheets = await asViewer(deputy, (tx) => keptSheets(tx, id));
    expect(JSON.stringify(sheets)).not.toContain("Иванова");
    expect(sheets[0]?.rows[2]?.[1]).toBe("Фамилия, имя");
  });

  it("shows a guess for every column, and refuses the names", async () => {
    const view = await getMapping(deputy, id, {});
    expect(view).toMatchObject({ headerRow: 3, tasks: codes.length });
    expect(view.columns.slice(0, 4).map(({ meaning }) => meaning)).toEqual([
      "skip",
      "names",
      "code",
      "class",
    ]);
    expect(view.columns[1]).toMatchObject({ samples: [], reason: { key: "names" } });
    expect(view.columns[2]?.samples).toEqual(["04001", "04002", "04003"]);
  });

  it("is refused in words while no code is named, and nothing is kept", async () => {
    await expect(saveMapping(deputy, await form(deputy, id, { m3: "skip" }), now)).rejects.toMatchObject({
      messageKey: "mapping.refused.noCode",
    });
    await expect(saveMapping(deputy, await form(deputy, id, { t5: "третье" }), now)).rejects.toMatchObject({
      messageKey: "mapping.refused.taskCode",
      params: { column: "E" },
    });
    expect(await asSystem((tx) => tx.layoutPreset.count())).toBe(0);
  });

  it("cannot be made to read the names", async () => {
    const input = await form(deputy, id, { m2: "class", m4: "skip" });
    await expect(saveMapping(deputy, input, now)).resolves.toEqual({ version: 1 });
    await stageImport(deputy, id);
    expect(JSON.stringify(await asViewer(deputy, (tx) => keptSheets(tx, id)))).not.toContain("Иванова");
  });

  it("is read by the corrected mapping with the checks of every form, and applied", async () => {
    await saveMapping(deputy, await form(deputy, id, { m4: "class" }), now);
    await stageImport(deputy, id);
    const file = await getImport(deputy, id);
    expect(file).toMatchObject({ state: "ready", errors: 0 });
    expect(file.understood).toMatchObject({
      layout: "M",
      taken: 12,
      preset: { name: "Таблица завуча", version: 2 },
    });
    expect(file.classes).toEqual([{ label: "4А", rows: 12 }]);
    expect(lineAccount(file.understood!).closed).toBe(true);
    await applyImport(deputy, id, now);
    const { rows } = await getResultRows(deputy, workId, deputy.schoolId);
    expect(rows.filter(({ classLabel }) => classLabel === "4А")[0]).toMatchObject({
      code: "04001",
      journal: 4,
    });
  });

  it("is in the journal of changes", async () => {
    const events = await asSystem((tx) => tx.auditEvent.findMany({ where: { action: "results.mapLayout" } }));
    expect(events.map(({ details }) => (details as { version: number }).version)).toEqual([1, 2]);
  });

  it("is recognised next time, also among other rows, and asks only for the work", async () => {
    const again = await bringAndCheck(deputy, "Ещё.csv", table(15));
    const file = await getImport(deputy, again);
    expect(file.state).toBe("question");
    expect(file.understood).toMatchObject({ layout: "M", preset: { version: 2 } });
    await checkAgain(deputy, again, { workId }, now);
    await stageImport(deputy, again);
    expect(await getImport(deputy, again)).toMatchObject({
      state: "ready",
      sums: { added: 3, unchanged: 12 },
    });
  });

  it("the same choice again makes no version, another name does", async () => {
    const again = await bringAndCheck(deputy, "Третий.csv", table(3));
    expect(await saveMapping(deputy, await form(deputy, again), now)).toEqual({ version: 2 });
    await stageImport(deputy, again);
    expect(await saveMapping(deputy, await form(deputy, again, { name: "Наша таблица" }), now)).toEqual({
      version: 3,
    });
  });
});

describe("a named layout", () => {
  it("of a school serves that school alone", async () => {
    const neighbour = await deputyOf("970024");
    const id = await bringAndCheck(neighbour, "Таблица.csv", table(4));
    expect((await getImport(neighbour, id)).state).toBe("mapping");
  });

  it("of the region serves its schools, and a school's own comes before it", async () => {
    const other = "Идентификатор";
    const first = await bringAndCheck(region, "Региональная.csv", table(4, other), { login: "970024" });
    await saveMapping(
      region,
      await form(region, first, { name: "Таблица области", m3: "code", login: "970024" }),
      now,
    );
    await stageImport(region, first);
    expect((await getImport(region, first)).understood).toMatchObject({
      preset: { name: "Таблица области" },
    });

    const neighbour = await deputyOf("970024");
    const second = await bringAndCheck(neighbour, "Школьная.csv", table(4, other));
    expect((await getImport(neighbour, second)).understood).toMatchObject({
      preset: { name: "Таблица области" },
    });
    await saveMapping(neighbour, await form(neighbour, second, { name: "Наша" }), now);
    await stageImport(neighbour, second);
    expect((await getImport(neighbour, second)).understood).toMatchObject({
      preset: { name: "Наша", version: 1 },
    });
  });

  it("of a file that was read by a known form is not asked for", async () => {
    const known = await person("municipality", { municipalityId: deputy.municipalityId ?? 0 });
    const id = await bringAndCheck(known, "x.csv", "Логин;Широта;Долгота\n970001;55;55\n");
    expect((await getImport(known, id)).state).toBe("refused");
    await expect(getMapping(known, id, {})).rejects.toMatchObject({ kind: "notFound" });
  });
});

it("the command line says that a table waits for its columns", async () => {
  const bytes = new TextEncoder().encode(table(2, "Совсем другое"));
  expect(await importFile(deputy, { name: "x.csv", bytes }, { given: {}, dryRun: false }, now)).toMatchObject(
    {
      status: "mapping",
      applied: null,
    },
  );
});
