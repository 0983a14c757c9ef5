import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { answerProtocol } from "#lib/exams/answer-commands.ts";
import { applyProtocol, undoProtocol } from "#lib/exams/apply-commands.ts";
import { readExams } from "#lib/exams/exam-facts.ts";
import { finishProtocol } from "#lib/exams/finish-import.ts";
import { importProtocol } from "#lib/exams/import-commands.ts";
import { loadShippedExams, shippedExams } from "#lib/exams/load-commands.ts";
import { stageProtocol } from "#lib/exams/stage-commands.ts";
import { countExamClasses } from "#lib/exams/summary-writes.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer, viewerOf } from "#lib/platform/access/viewer.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { applyReadyDrop } from "#lib/reported/ready-commands.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { type ExamSummary, mergeExams } from "#lib/statistics/exams/exam-summary.ts";
import { testDatabase } from "#tests/support/database.ts";

const NOW = new Date("2025-06-20T09:00:00Z");
const OGE = "ОГЭ. Математика. edu970006.xlsx";
const EGE = "ЕГЭ. Русский язык. edu970011.xlsx";
const bytes = (name: string) => readFileSync(path.join("tests", "fixtures", "exams", name));
const file = (name: string) => ({ name, bytes: bytes(name) });

let owner: pg.Client;
const person = {
  name: "",
  locale: "ru",
  classLabels: [],
  regionId: null,
  municipalityId: null,
  schoolId: null,
};
const head = (id: number, schoolId: number): Viewer => ({
  ...viewerOf({ ...person, id, role: "head", schoolId }, null),
  municipalityId: 11,
  regionId: 1,
});
const officer: Viewer = { ...viewerOf({ ...person, id: 3, role: "region", regionId: 1 }, null) };

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  await migrateJobs(ownerUrl);
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query(`SELECT set_config('portal.scope', 'system', false);
    INSERT INTO region (id, code, name) VALUES (1, '97', 'Приозёрная область');
    INSERT INTO municipality (id, region_id, code, name, slug) VALUES (11, 1, 'm1', 'Округ', 'm1');
    INSERT INTO school (id, municipality_id, login, name, slug) VALUES (6, 11, '970006', 'Школа 6', 's6'), (11, 11, '970011', 'Школа 11', 's11');
    INSERT INTO person (id, email, name, role, school_id, created_at) VALUES (1, 'a@x', 'A', 'head', 6, now()), (2, 'b@x', 'B', 'head', 11, now());
    INSERT INTO person (id, email, name, role, region_id, created_at) VALUES (3, 'c@x', 'C', 'region', 1, now());`);
  await loadShippedExams(NOW);
  return () => owner.end();
});

async function area(kind: string): Promise<{ schools: number; content: ExamSummary }[]> {
  return (
    await owner.query(
      "SELECT schools, content FROM exam_area_summary WHERE area_kind = $1 ORDER BY exam_id",
      [kind],
    )
  ).rows;
}

describe("definitions that come with the portal", () => {
  it("are loaded once: repeating it changes nothing", async () => {
    expect(await loadShippedExams(NOW)).toEqual({ added: 0 });
    expect((await owner.query("SELECT count(*)::int AS n FROM exam_scale")).rows[0].n).toBe(
      (await shippedExams()).length,
    );
  });

  it("hold the scales of the handbook, and say which of them wait to be compared with the primary text", async () => {
    const exams = await shippedExams();
    const find = (kind: string, year: number, subject: string) =>
      exams.find((exam) => exam.kind === kind && exam.year === year && exam.subject === subject);
    // Handbook §2.1: mathematics 0–7 / 8–14 / 15–21 / 22–31, at least 2 points of tasks 15–19 and 23–25.
    expect(find("oge", 2023, "MA")).toMatchObject({
      ...{ maxPrimary: 31, min3: 8, min4: 15, min5: 22, needsCheck: false },
      rule: { geometry: { tasks: [15, 16, 17, 18, 19, 23, 24, 25], min: 2 } },
    });
    // §2.3: two thresholds of Russian; §2.4: 24 primary = 49, 50 primary = 100.
    const russian = find("ege", 2025, "RU");
    expect(russian).toMatchObject({ attestat: 24, rosobrnadzor: 36, minobrnauki: 40, needsCheck: true });
    expect([russian?.testScores[24], russian?.testScores[50]]).toEqual([49, 100]);
    expect(find("ege", 2024, "MAB")).toMatchObject({ min3: 7, min4: 12, min5: 17, maxPrimary: 21 });
  });
});

describe("a protocol", () => {
  it("is applied, counted into the school and its areas, and taken back", async () => {
    const outcome = await importProtocol(head(1, 6), file(OGE), {}, NOW);
    expect(outcome.status).toBe("applied");
    expect(outcome.applied).toMatchObject({ schools: 1, added: 60, changed: 0, gone: 0 });
    const [region] = await area("region");
    expect(region).toMatchObject({ schools: 1, content: { participants: 60 } });
    // expected.json: marks of the file 13, 22, 14, 11.
    expect(region?.content.score).toEqual([0, 0, 13, 22, 14, 11]);

    await undoProtocol(head(1, 6), outcome.importId, NOW);
    expect(await area("region")).toMatchObject([{ schools: 0, content: { participants: 0, score: [] } }]);
    expect((await owner.query("SELECT count(*)::int AS n FROM exam_result")).rows[0].n).toBe(0);
    const actions = await owner.query(
      "SELECT action FROM audit_event WHERE action LIKE 'exams.%' ORDER BY id",
    );
    expect(actions.rows.map(({ action }) => action)).toEqual(["exams.apply", "exams.undo"]);
  });

  it("brought twice changes nothing the second time", async () => {
    expect((await importProtocol(head(1, 6), file(OGE), {}, NOW)).status).toBe("applied");
    expect((await importProtocol(head(1, 6), file(OGE), {}, NOW)).status).toBe("unchanged");
  });

  it("of an unclear kind is asked about, and read again from what was kept, which names nobody", async () => {
    // The name says ЕГЭ, the classes say the ninth grade.
    const unclear = { name: "ЕГЭ. Математика. edu970006.xlsx", bytes: bytes(OGE) };
    const { importId, status, examined } = await importProtocol(head(1, 6), unclear, {}, NOW);
    expect(status).toBe("review");
    expect(examined.findings.map(({ code }) => code)).toContain("examKindUnknown");
    await expect(applyProtocol(head(1, 6), importId, NOW)).rejects.toThrow("notInReview");
    await answerProtocol(head(1, 6), importId, { examKind: "oge" }, NOW);
    await stageImport(head(1, 6), importId);
    // The same persons by the same keys: everything stands already.
    expect(await stageProtocol(head(1, 6), importId)).toBe("unchanged");
  });

  it("is applied with the other files of its drop", async () => {
    const first = await importProtocol(head(1, 6), file(OGE), {}, NOW);
    const [applied] = (
      await owner.query(
        "SELECT id FROM import_file WHERE layout = 'F-16' AND status = 'applied' AND school_id = 6",
      )
    ).rows;
    await undoProtocol(head(1, 6), applied.id, NOW);
    await answerProtocol(head(1, 6), first.importId, {}, NOW);
    await stageImport(head(1, 6), first.importId);
    expect(await stageProtocol(head(1, 6), first.importId)).toBe("review");
    const drop = { from: first.importId, to: first.importId };
    expect(await applyReadyDrop(head(1, 6), drop, NOW)).toMatchObject({ applied: 1, toLookAt: 0 });
    expect((await area("region"))[0]).toMatchObject({ content: { participants: 60 } });
  });

  it("comes from the command line too, by the file's own record", async () => {
    const options = { given: {}, dryRun: false };
    const brought = await importFile(head(2, 11), file(EGE), options, NOW);
    expect(brought.status).toBe("refused");
    const outcome = await finishProtocol(head(2, 11), brought, file(EGE), NOW);
    expect(outcome).toMatchObject({ status: "applied", importId: brought.importId, applied: { added: 60 } });
    const other = { ...brought, examination: { ...brought.examination, refusal: null } };
    expect(await finishProtocol(head(2, 11), other, file(EGE), NOW)).toBe(other);
    await undoProtocol(head(2, 11), brought.importId ?? 0, NOW);
  });

  it("of another school is not taken", async () => {
    const { status, examined } = await importProtocol(head(1, 6), file(EGE), {}, NOW);
    expect(status).toBe("review");
    expect(examined.rows).toEqual([]);
    expect(examined.understood).toMatchObject({ taken: 0, refused: 60 });
    expect(examined.findings.map(({ code }) => code)).toContain("examSchoolUnknown");
  });

  it("keeps neither names nor documents anywhere in the database", async () => {
    await importProtocol(head(2, 11), file(EGE), {}, NOW);
    const { rows } =
      await owner.query(`SELECT (SELECT string_agg(row_to_json(r)::text, '') FROM exam_result r)
      || (SELECT string_agg(row_to_json(r)::text, '') FROM exam_import_row r) || (SELECT string_agg(row_to_json(f)::text, '') FROM import_finding f) AS all`);
    for (const name of ["Фамилия", "Иванов", "000001"]) expect(rows[0].all).not.toContain(name);
  });

  it("applied under a file that was checked before it is refused", async () => {
    const waiting = await importProtocol(officer, { ...file(EGE), bytes: bytes(EGE) }, {}, NOW);
    expect(waiting.status).toBe("unchanged");
    await expect(applyProtocol(officer, waiting.importId, NOW)).rejects.toThrow("notInReview");
  });

  it("leaves area summaries that equal a full recount", async () => {
    const exams = await asViewer(systemViewer, (tx) => readExams(tx, { year: 2025 }));
    for (const exam of exams) {
      const stored = (
        await owner.query(
          "SELECT content FROM exam_area_summary WHERE area_kind = 'region' AND exam_id = $1",
          [exam.id],
        )
      ).rows[0]?.content;
      if (!stored) continue;
      const counted = await asViewer(systemViewer, async (tx) =>
        (await Promise.all([6, 11].map((id) => countExamClasses(tx, exam, { id, regionId: 1 })))).flatMap(
          (classes) => [...classes.values()],
        ),
      );
      expect(stored).toEqual(JSON.parse(JSON.stringify(counted.reduce(mergeExams))));
    }
  });
});
