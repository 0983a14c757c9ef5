import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { env } from "#lib/platform/env.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { describeFromHeader } from "#lib/results/describe-commands.ts";
import { getFileLines, listFindings, readFindings } from "#lib/results/finding-queries.ts";
import { listDrop, listImports } from "#lib/results/import-list-queries.ts";
import { getImport } from "#lib/results/import-queries.ts";
import { lineAccount } from "#lib/results/line-account.ts";
import { isAnswerable, openQuestions } from "#lib/results/open-questions.ts";
import { getResultRows } from "#lib/results/queries.ts";
import { applyReady } from "#lib/results/ready-commands.ts";
import { checkAgain, receiveTooLarge } from "#lib/results/receive-commands.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { templateFile } from "#lib/results/template.ts";
import { getTemplateFacts } from "#lib/results/template-queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { bring, bringAndCheck, deputyOf, fixture, now, referenceRegion, workIdOf } from "./brought.ts";

const F1 = "results-files/06-F-results-2026/Ф1. Математика, 4 класс. edu970019.xlsx";
const WITH_DIRT = "results-files/05-E-school-2026/Математика_5_класс_edu970008.xlsx";
interface Expected {
  file: string;
  rows: { taken: number; absent: number };
  dirt: { row: number; kind: string; raw: string | number }[];
}
const { files } = JSON.parse(readFileSync("tests/fixtures/results-files/expected.json", "utf8")) as {
  files: Expected[];
};
const expected = (path: string) => files.find(({ file }) => path.endsWith(file)) as Expected;

let region: Viewer;
let deputy: Viewer & { schoolId: number };

beforeAll(async () => {
  ({ region } = await referenceRegion());
  deputy = await deputyOf("970019");
});

/** A text table of the portal's own form with these pupils. */
async function formOf(
  viewer: Viewer,
  workId: number,
  pupils: readonly (readonly string[])[],
): Promise<string> {
  const facts = await getTemplateFacts(viewer, { workId, login: null });
  const { bytes } = templateFile(rootTranslator("ru"), { ...facts, classes: [] }, "csv");
  const lines = pupils.map(([code, label, ...points]) => {
    const items = facts.work.tasks.map((_, i) => points[i] ?? "0");
    const sum = items.reduce((total, point) => total + Number(point), 0);
    return [code, label, "1", ...items, "4", String(sum)].join(";");
  });
  return `${new TextDecoder().decode(bytes)}${lines.join("\n")}\n`;
}

describe("a file on its way from upload to results", () => {
  let id: number;

  it("waits until it is read, and says what it would do", async () => {
    id = await bring(deputy, "Ф1. Математика.xlsx", fixture(F1));
    expect((await getImport(deputy, id)).state).toBe("waiting");
    await stageImport(deputy, id);
    const file = await getImport(deputy, id);
    expect(file).toMatchObject({ state: "ready", stale: false, kept: true });
    expect(file.sums).toMatchObject({ added: expected(F1).rows.taken, changed: 0, gone: 0, schools: 1 });
    expect(file.classes.map(({ label }) => label)).toEqual(["4А", "4Б"]);
    expect(file.targets[0]).toMatchObject({ work: { subject: "MA", gradeTested: 4, year: 2024 } });
  });

  it("leaves no bytes behind once it was read", () => {
    expect(readdirSync(`${env.PORTAL_DATA}/uploads`).filter((name) => name.includes(`import-${id}`))).toEqual(
      [],
    );
  });

  it("accounts for every line", async () => {
    const { understood } = await getImport(deputy, id);
    const account = lineAccount(understood!);
    expect(account.closed).toBe(true);
    expect(account.parts.reduce((sum, { count }) => sum + count, 0)).toBe(account.lines);
  });

  it("is applied once, and its rows can be read by code", async () => {
    await applyImport(deputy, id, now);
    await expect(applyImport(deputy, id, now)).rejects.toMatchObject({ kind: "conflict" });
    const view = await getResultRows(deputy, await workIdOf("MA", 4), deputy.schoolId);
    expect(view.rows).toHaveLength(expected(F1).rows.taken);
    expect(view.source?.fileName).toBe("Ф1. Математика.xlsx");
    expect((await getImport(deputy, id)).undoing).toEqual({ allowed: true });
  });

  it("a job that comes twice leaves an applied import applied", async () => {
    expect(await stageImport(deputy, id)).toBeNull();
    expect((await getImport(deputy, id)).state).toBe("applied");
  });

  it("the same file again is known to change nothing, whatever its name", async () => {
    const again = await bringAndCheck(deputy, "копия.xlsx", fixture(F1));
    expect(await getImport(deputy, again)).toMatchObject({ state: "unchanged", sums: { added: 0 } });
  });

  it("is undone, checked again and applied again", async () => {
    await undoImport(deputy, id, now);
    expect((await getImport(deputy, id)).state).toBe("undone");
    await checkAgain(deputy, id, {}, now);
    await stageImport(deputy, id);
    expect((await getImport(deputy, id)).state).toBe("ready");
    await applyImport(deputy, id, now);
  });
});

describe("findings and their places", () => {
  let id: number;
  const school = () => deputyOf("970008");

  it("every refused cell of the sample is found in its place, with its text", async () => {
    const viewer = await school();
    id = await bringAndCheck(viewer, "форма.xlsx", fixture(WITH_DIRT));
    const { findings, works, total } = await listFindings(viewer, id, { page: 1 });
    expect(total).toBe(findings.length);
    const symbols = findings.filter(({ code }) => code === "itemSymbol");
    const dirt = expected(WITH_DIRT).dirt.filter(({ kind }) => kind === "item_symbol");
    expect(symbols.map(({ row, raw }) => [row, raw])).toEqual(dirt.map(({ row, raw }) => [row, String(raw)]));
    for (const { sheet, row, column, raw } of symbols) {
      const found = await getFileLines(viewer, id, { sheet: sheet!, row: row! });
      expect(found.lines[row! - found.first]?.[column! - 1]).toBe(raw);
      expect(works[0]?.tasks.map((task) => task.column)).toContain(column);
    }
  });

  it("groups hold all findings, the first few of each with their places", async () => {
    const viewer = await school();
    const { groups, errors, warnings, notes } = await getImport(viewer, id);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(errors + warnings + notes);
    for (const { count, first } of groups) expect(first).toHaveLength(Math.min(count, 5));
    expect(groups.map(({ severity }) => severity)).toEqual(
      groups.map(({ severity }) => severity).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
  });

  it("the download reads all of them, part by part, each once", async () => {
    const viewer = await school();
    const all = (await listFindings(viewer, id, { page: 1 })).findings;
    const parts = [];
    for (let after: number | null = -1; after !== null; ) {
      const part = await readFindings(viewer, id, { after, take: 2 });
      parts.push(...part.findings);
      after = part.next;
    }
    expect(parts).toEqual(all);
  });

  it("a line far below the file is answered, not invented", async () => {
    const viewer = await school();
    const { works } = await listFindings(viewer, id, { page: 1 });
    const found = await getFileLines(viewer, id, { sheet: works[0]!.sheet, row: 1_000_000 });
    expect(found).toMatchObject({ lines: [], beyond: true });
    await expect(getFileLines(viewer, id, { sheet: "нет такого", row: 1 })).rejects.toMatchObject({
      kind: "notFound",
    });
  });
});
const order = ["error", "warning", "note"];

describe("what a file leaves open", () => {
  it("a form without its school asks an officer, takes the answer, and gives it back when it is taken back", async () => {
    const id = await bringAndCheck(
      region,
      "форма.csv",
      fixture("results-files/11-formats/форма (windows-1251).csv"),
    );
    const before = await getImport(region, id);
    expect(before.state).toBe("question");
    expect(openQuestions(before)).toMatchObject({ school: true, work: false });
    await expect(applyImport(region, id, now)).rejects.toMatchObject({ kind: "invalid" });
    await checkAgain(region, id, { login: "970017" }, now);
    await stageImport(region, id);
    const answered = await getImport(region, id);
    expect(answered).toMatchObject({ state: "ready", given: { login: "970017" } });
    expect(answered.understood?.schoolFrom).toBe("person");
    await checkAgain(region, id, { login: undefined } as never, now);
    await stageImport(region, id);
    expect(await getImport(region, id)).toMatchObject({ state: "question", given: {} });
  });

  it("a file that could not be read asks nothing and cannot be checked again", async () => {
    const id = await bringAndCheck(deputy, "x.csv", fixture("bad-input/18_unclosed_quote.csv"));
    const file = await getImport(deputy, id);
    expect(file).toMatchObject({ state: "refused", refusal: { code: "unclosedQuote" }, kept: false });
    expect(isAnswerable(openQuestions(file))).toBe(false);
    await expect(checkAgain(deputy, id, {}, now)).rejects.toMatchObject({
      messageKey: "results.refused.bringAgain",
    });
  });

  it("a file that was too large stands in its drop with the reason", async () => {
    const { importId } = await receiveTooLarge(deputy, { name: "большой.xlsx", limit: 50 }, {}, now);
    expect(await getImport(deputy, importId)).toMatchObject({
      state: "refused",
      refusal: { code: "fileTooLarge", params: { file: "большой.xlsx", limit: 50 } },
    });
  });
});

describe("many files at once", () => {
  it("files of two classes of one school are both applied by one press", async () => {
    const viewer = await deputyOf("970005");
    const workId = await workIdOf("RU", 5);
    const first = await bringAndCheck(viewer, "5А.csv", await formOf(viewer, workId, [["50001", "5А", "1"]]));
    const second = await bringAndCheck(
      viewer,
      "5Б.csv",
      await formOf(viewer, workId, [["50002", "5Б", "2"]]),
    );
    const drop = { from: first, to: second };
    expect((await listDrop(viewer, drop)).states).toMatchObject({ ready: 2 });
    expect(await applyReady(viewer, drop, now)).toEqual({
      applied: 2,
      started: 0,
      unchanged: 0,
      toLookAt: 0,
    });
    const { rows } = await getResultRows(viewer, workId, viewer.schoolId);
    expect(rows.map(({ code, classLabel }) => `${code} ${classLabel}`)).toEqual(["50001 5А", "50002 5Б"]);
  });

  it("a file that would replace what came meanwhile waits for a person, the same content is left alone", async () => {
    const viewer = await deputyOf("970014");
    const workId = await workIdOf("RU", 5);
    const form = (points: string) => formOf(viewer, workId, [["50001", "5А", points]]);
    const first = await bringAndCheck(viewer, "1.csv", await form("1"));
    await bringAndCheck(viewer, "2.csv", await form("2"));
    const last = await bringAndCheck(viewer, "3.csv", await form("1"));
    const drop = { from: first, to: last };
    expect(await applyReady(viewer, drop, now)).toEqual({
      applied: 1,
      started: 0,
      unchanged: 1,
      toLookAt: 1,
    });
    const { states, imports } = await listDrop(viewer, drop);
    expect(states).toMatchObject({ applied: 1, unchanged: 1, replaces: 1, ready: 0 });
    expect(await applyReady(viewer, drop, now)).toEqual({
      applied: 0,
      started: 0,
      unchanged: 0,
      toLookAt: 0,
    });
    const replacing = imports.find(({ state }) => state === "replaces")!;
    expect((await getImport(viewer, replacing.id)).sums).toMatchObject({ changed: 1 });
    await applyImport(viewer, replacing.id, now);
    const { rows } = await getResultRows(viewer, workId, viewer.schoolId);
    expect(rows[0]?.items[0]).toBe(2);
    // The first one is no longer the last change, so it cannot be taken back over the second.
    expect((await getImport(viewer, first)).undoing).toMatchObject({
      allowed: false,
      reason: "changedSince",
    });
  });

  it("a check that others have overtaken says so before anything is pressed", async () => {
    const viewer = await deputyOf("970022");
    const workId = await workIdOf("RU", 5);
    const form = (points: string) => formOf(viewer, workId, [["50001", "5А", points]]);
    const mine = await bringAndCheck(viewer, "1.csv", await form("1"));
    await applyImport(viewer, await bringAndCheck(viewer, "2.csv", await form("2")), now);
    expect(await getImport(viewer, mine)).toMatchObject({ state: "ready", stale: true });
    await expect(applyImport(viewer, mine, now)).rejects.toMatchObject({ kind: "conflict" });
    await checkAgain(viewer, mine, {}, now);
    await stageImport(viewer, mine);
    expect(await getImport(viewer, mine)).toMatchObject({ stale: false, sums: { changed: 1 } });
  });

  it("a drop holds the files of the one who brought it, not those that others brought meanwhile", async () => {
    const one = await deputyOf("970016");
    const first = await bring(one, "1.csv", "a;b\n");
    const others = await bring(deputy, "2.csv", "a;b\n");
    const last = await bring(one, "3.csv", "a;b\n");
    const { imports } = await listDrop(region, { from: first, to: last });
    expect(imports.map(({ id }) => id)).toEqual([first, last]);
    expect((await listDrop(one, { from: others, to: others })).imports).toEqual([]);
    const { imports: listed } = await listImports(one, { page: 1 });
    expect(listed.map(({ id }) => id)).toEqual([last, first]);
  });
});

describe("a work that the portal does not know yet", () => {
  it("is described by the header of the file when a person asks for it", async () => {
    const { region: office } = await referenceRegion({ works: false });
    const id = await bringAndCheck(office, "Ф1.xlsx", fixture(F1));
    const file = await getImport(office, id);
    expect(file.state).toBe("question");
    const open = openQuestions(file);
    expect(open.describable).toMatchObject([{ year: 2024, subject: "MA", grade: 4 }]);
    expect(isAnswerable(open)).toBe(true);
    await describeFromHeader(office, id, now);
    await stageImport(office, id);
    const known = await getImport(office, id);
    expect(known).toMatchObject({ state: "ready", sums: { added: expected(F1).rows.taken } });
    expect(known.groups.map(({ code }) => code)).toContain("scaleMissing");
  });
});
