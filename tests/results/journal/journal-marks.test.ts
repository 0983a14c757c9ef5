import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { answerJournal } from "#lib/results/journal/answer-commands.ts";
import { applyJournal } from "#lib/results/journal/commands.ts";
import { finishJournal } from "#lib/results/journal/finish-import.ts";
import { getJournalImport } from "#lib/results/journal/queries.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { templateFile } from "#lib/results/template.ts";
import { getTemplateFacts } from "#lib/results/template-queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { bringAndCheck, deputyOf, fixture, now, referenceRegion, workIdOf } from "#tests/results/brought.ts";
import { asSystem } from "#tests/support/registry.ts";

const JOURNAL = "Выгрузка отметок. edu970014. 2024-2025.xlsx";
let deputy: Viewer & { schoolId: number };
let other: Viewer;
let workId: number;

/** Pupils of the export, their marks of «3 четверть» in mathematics as its sheet prints them: 4, 2, 4. */
const codes = ["01031", "06149", "06773"];

/** The portal's own form for the work, with every item 1 and the journal column left blank. */
async function formOf(points: string): Promise<string> {
  const facts = await getTemplateFacts(deputy, { workId, login: null });
  const { bytes } = templateFile(rootTranslator("ru"), { ...facts, classes: [] }, "csv");
  const items = facts.work.tasks.map(() => points);
  const lines = codes.map((code) =>
    [code, "5А", "1", ...items, "", String(items.length * Number(points))].join(";"),
  );
  return `${new TextDecoder().decode(bytes)}${lines.join("\n")}\n`;
}

const standing = () =>
  asSystem(async (tx) =>
    (
      await tx.participation.findMany({
        where: { schoolId: deputy.schoolId, workId },
        orderBy: { participantCode: "asc" },
      })
    ).map(({ participantCode, journal }) => [participantCode, journal]),
  );
const matrix = () =>
  asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ journal: number[] }[]>`
      SELECT journal FROM summary WHERE school_id = ${deputy.schoolId} AND work_id = ${workId} AND class_label = '*'`;
    return row?.journal.reduce((sum, count) => sum + count, 0);
  });

beforeAll(async () => {
  await referenceRegion();
  deputy = await deputyOf("970014");
  other = await deputyOf("970019");
  workId = await workIdOf("MA", 5);
  const form = await bringAndCheck(deputy, "Математика.csv", await formOf("1"));
  await applyImport(deputy, form, now);
});

describe("an export of the electronic journal", () => {
  let id: number;

  it("asks which column stands beside the work, with the third quarter as its proposal", async () => {
    expect(await standing()).toEqual(codes.map((code) => [code, null]));
    id = await bringAndCheck(deputy, JOURNAL, fixture(`journal/${JOURNAL}`));
    const file = await getJournalImport(deputy, id);
    expect(file.state).toBe("question");
    expect(file.understood).toMatchObject({
      schoolYear: 2024,
      blocked: true,
      journalWorks: [{ workId, heading: null }],
    });
    expect(file.understood?.journalWorks[0]).toMatchObject({ proposal: "3 четверть", rows: 3, without: 3 });
    await expect(applyJournal(deputy, id, now)).rejects.toThrow("notInReview");
  });

  it("fills the work's blank journal marks from the chosen column, and the matrix with them", async () => {
    await answerJournal(deputy, id, { periods: { [workId]: "3 четверть" } }, now);
    await stageImport(deputy, id);
    const file = await getJournalImport(deputy, id);
    expect(file.state).toBe("ready");
    expect(file.understood?.journalWorks[0]).toMatchObject({ heading: "3 четверть", filled: 3 });
    expect(await matrix()).toBe(0);
    expect(await applyJournal(deputy, id, now)).toMatchObject({ filled: 3 });
    expect(await standing()).toEqual([
      ["01031", 4],
      ["06149", 2],
      ["06773", 4],
    ]);
    expect(await matrix()).toBe(3);
  });

  it("stays when the form without journal marks is brought again", async () => {
    const again = await bringAndCheck(deputy, "Математика.csv", await formOf("0"));
    // What the form's rows added up to without the journal must not be taken for what they add up to now.
    const parts = await asSystem(
      (tx) => tx.$queryRaw`SELECT journal, summaries FROM import_part WHERE import_id = ${again}`,
    );
    expect(parts).toEqual([{ journal: [4, 2, 4], summaries: null }]);
    await applyImport(deputy, again, now);
    expect((await standing()).map(([, journal]) => journal)).toEqual([4, 2, 4]);
    await undoImport(deputy, again, now);
  });

  it("brought twice changes nothing", async () => {
    const twice = await bringAndCheck(deputy, JOURNAL, fixture(`journal/${JOURNAL}`));
    expect((await getJournalImport(deputy, twice)).state).toBe("unchanged");
  });

  it("is taken back like any other file", async () => {
    await undoImport(deputy, id, now);
    expect((await standing()).map(([, journal]) => journal)).toEqual([null, null, null]);
    expect(await matrix()).toBe(0);
  });

  it("comes from the command line too, and waits there for the column to be chosen", async () => {
    const file = { name: JOURNAL, bytes: fixture(`journal/${JOURNAL}`) };
    const brought = await importFile(deputy, file, { given: {}, dryRun: false }, now);
    const outcome = await finishJournal(deputy, brought, file, {}, now);
    expect(outcome).toMatchObject({ status: "review", importId: brought.importId });
    expect((await getJournalImport(deputy, brought.importId ?? 0)).state).toBe("question");
  });

  it("of another school is not taken: its marks are nobody's of one's own", async () => {
    const foreign = await bringAndCheck(other, JOURNAL, fixture(`journal/${JOURNAL}`));
    const file = await getJournalImport(other, foreign);
    expect(file.state).toBe("question");
    expect(await asSystem((tx) => tx.journalMark.count({ where: { importId: foreign } }))).toBe(0);
    await expect(getJournalImport(deputy, foreign)).rejects.toThrow("notFound");
  });
});
