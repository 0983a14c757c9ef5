import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadWorks } from "#lib/assessments/load-commands.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { undoImport } from "#lib/results/apply-commands.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { recountSummaries } from "#lib/results/recount-commands.ts";
import { loadRegistry } from "#lib/schools/registry-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person } from "#tests/support/registry.ts";

const now = new Date("2025-05-20T18:00:00Z");
const fixture = (path: string) => new Uint8Array(readFileSync(`tests/fixtures/${path}`));
interface Expected {
  file: string;
  rows: { taken: number; absent: number; held: number };
  per_work: Record<string, { n: number; sum_primary: number }>;
  content: string;
}
const { files } = JSON.parse(readFileSync("tests/fixtures/results-files/expected.json", "utf8")) as {
  files: Expected[];
};
const expected = (part: string) => {
  const file = files.find((one) => one.file.includes(part));
  if (!file) throw new Error(`${part} is not among the expected files`);
  return file;
};

let region: Viewer;
let regionId: number;

beforeAll(async () => {
  await testDatabase();
  regionId = (
    await inTransaction(systemViewer, (tx) =>
      tx.region.create({ data: { code: "97", name: "Приозёрная область" } }),
    )
  ).id;
  region = await person("region", { regionId });
  await loadRegistry(region, fixture("registry/schools.xlsx"), "schools.xlsx", { dryRun: false }, now);
  await loadWorks(
    region,
    [
      { name: "works.csv", bytes: fixture("own/works.csv") },
      { name: "scale.csv", bytes: fixture("own/scale.csv") },
    ],
    { dryRun: false },
    now,
  );
});

describe("importing real layouts through the database", () => {
  it("takes a Ф1 of a school with every count that is expected, says nothing changed the second time, and undoes", async () => {
    const file = expected("06-F-results-2026");
    const bytes = fixture(`results-files/${file.file}`);
    const first = await importFile(region, { name: "x.xlsx", bytes }, { given: {}, dryRun: false }, now);
    expect(first.status).toBe("applied");
    const present = first.examination.rows.filter((row) => row.status === "present");
    expect(present).toHaveLength(file.rows.taken);
    const stored = await asSystem((tx) => tx.participation.count());
    expect(stored).toBe(file.rows.taken + file.rows.absent);
    const [work] = Object.values(file.per_work);
    const [sum] = await asSystem((tx) =>
      tx.areaSummary.findMany({ where: { areaKind: "region", areaId: regionId } }),
    );
    expect(sum).toMatchObject({ participants: work?.n, scoreSum: BigInt(work?.sum_primary ?? -1) });
    expect(await recountSummaries()).toMatchObject({ different: 0 });
    await inTransaction(
      systemViewer,
      (tx) => tx.$executeRaw`UPDATE summary SET score_sum = score_sum + 1 WHERE class_label = '*'`,
    );
    // The school's row is wrong, and with it the sums of its municipality and region.
    expect(await recountSummaries()).toMatchObject({ different: 3 });
    await inTransaction(
      systemViewer,
      (tx) => tx.$executeRaw`UPDATE summary SET score_sum = score_sum - 1 WHERE class_label = '*'`,
    );
    const again = await importFile(
      region,
      { name: "renamed.xlsx", bytes },
      { given: {}, dryRun: false },
      now,
    );
    expect(again.status).toBe("unchanged");
    await undoImport(region, first.importId ?? 0, now);
    expect(await asSystem((tx) => tx.participation.count())).toBe(0);
    expect(await asSystem((tx) => tx.summary.count())).toBe(0);
    expect(await asSystem((tx) => tx.areaSummary.findMany({ where: { participants: { not: 0 } } }))).toEqual(
      [],
    );
  });

  it("keeps a file for review when its results are locked, and applies nothing of it", async () => {
    const file = expected("06-F-results-2026");
    const bytes = fixture(`results-files/${file.file}`);
    const { examination } = await importFile(
      region,
      { name: "dry.xlsx", bytes },
      { given: {}, dryRun: true },
      now,
    );
    const [row] = examination.rows;
    const key = { schoolId: examination.schoolIds.get(row?.login ?? "") ?? 0, workId: row?.workId ?? 0 };
    const { year } = await asSystem((tx) => tx.work.findUniqueOrThrow({ where: { id: key.workId } }));
    const rest = { year, version: 0, lastImport: 0, receivedAt: now, changedAt: now, changedBy: 0 };
    await inTransaction(systemViewer, (tx) =>
      tx.resultSet.create({ data: { ...key, ...rest, lockedAt: now } }),
    );
    await expect(
      importFile(region, { name: "locked.xlsx", bytes }, { given: {}, dryRun: false }, now),
    ).rejects.toMatchObject({ kind: "conflict", messageKey: "results.refused.locked" });
    const stored = await asSystem((tx) => tx.importFile.findFirstOrThrow({ where: { name: "locked.xlsx" } }));
    expect(stored.status).toBe("review");
    const [staged] = await asSystem(
      (tx) => tx.$queryRaw<{ rows: number }[]>`
        SELECT count(*)::int AS rows FROM import_row WHERE import_id = ${stored.id}`,
    );
    expect(staged?.rows).toBe(file.rows.taken + file.rows.absent);
    expect(await asSystem((tx) => tx.participation.count())).toBe(0);
    await inTransaction(systemViewer, (tx) => tx.resultSet.delete({ where: { schoolId_workId: key } }));
  });

  it("changes nothing in a dry run", async () => {
    const before = await asSystem((tx) => tx.importFile.count());
    const file = expected("03-C-regional-2022");
    const outcome = await importFile(
      region,
      { name: "c.xlsx", bytes: fixture(`results-files/${file.file}`) },
      { given: {}, dryRun: true },
      now,
    );
    expect(outcome.status).toBe("checked");
    expect(await asSystem((tx) => tx.importFile.count())).toBe(before);
  });

  it("stages a file whose school is not the viewer's, and applies none of it", async () => {
    const [school] = await asSystem((tx) => tx.school.findMany({ where: { login: "970001" } }));
    const stranger = await person("deputy", { schoolId: school?.id ?? 0 });
    const file = expected("06-F-results-2026/Ф1. Русский язык, 5 класс. edu970024");
    const outcome = await importFile(
      stranger,
      { name: "x.xlsx", bytes: fixture(`results-files/${file.file}`) },
      { given: {}, dryRun: false },
      now,
    );
    expect(outcome.applied).toBeNull();
    expect(outcome.examination.findings.map((finding) => finding.code)).toContain("schoolUnknown");
  });
});
