import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { textsOf } from "#lib/results/array-text.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { recountSummaries } from "#lib/results/recount-commands.ts";
import { batchesOf, rowsOf } from "#lib/results/row-columns.ts";
import { readStagedSummaries } from "#lib/results/staged-summaries.ts";
import { summarize } from "#lib/statistics/summary.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/registry.ts";
import { bringAndCheck, deputyOf, fixture, now, referenceRegion } from "./brought.ts";

const PACKED = "20261122103000_packed_staging";
const F1 = "results-files/06-F-results-2026/Ф1. Математика, 4 класс. edu970019.xlsx";

/** The migrations that come before this one. */
function migrationsBefore(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  for (const entry of readdirSync("prisma/migrations"))
    if (entry < name || entry.endsWith(".toml"))
      cpSync(join("prisma/migrations", entry), join(folder, entry), { recursive: true });
  return folder;
}

describe("the update that packs staged rows", () => {
  it("keeps every row that is staged or kept for undoing, as it was", async () => {
    const { ownerUrl } = await emptyDatabase();
    await migrate(ownerUrl, migrationsBefore(PACKED));
    const client = new pg.Client(ownerUrl);
    await client.connect();
    await client.query(`ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY;
      INSERT INTO import_row (import_id, side, school_id, work_id, participant_code, class_label, variant, sex, status, items,
        total_printed, total_items, mark_file, mark_scale, journal, source_import, source_sheet, source_row) VALUES
      (1, 'after', 1, 1, '50001', '4А', '1', 'м', 'present', '{1,-1,0}', 1, 1, 3, 4, 5, NULL, 'Лист, "1"', 3),
      (1, 'after', 1, 1, '50002', '', '', NULL, 'absent', '{}', NULL, 0, NULL, NULL, NULL, NULL, 'Лист 2', 2),
      (1, 'after', 2, 1, '50001', '4Б', '2', 'ж', 'present', '{2,2}', 4, 4, NULL, 5, NULL, NULL, '', 2),
      (1, 'before', 1, 1, '50001', '4А', '1', NULL, 'present', '{0,0,0}', 0, 0, 2, 2, 4, 7, 'Лист', 9),
      (2, 'after', 1, 1, '50001', '4А', '1', NULL, 'present', '{-3}', NULL, 0, NULL, NULL, NULL, NULL, 'Лист', 2);
      ALTER TABLE import_row FORCE ROW LEVEL SECURITY`);
    const read = async (table: string) =>
      (
        await client.query(`SELECT import_id, side, school_id, work_id, participant_code, class_label, variant, sex, status, items,
          total_printed, total_items, mark_file, mark_scale, journal, source_import, source_sheet, source_row
          FROM ${table} ORDER BY 1, 2, 3, 4, 5`)
      ).rows;
    await client.query("ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY");
    const before = await read("import_row");
    await client.query("ALTER TABLE import_row FORCE ROW LEVEL SECURITY");
    await migrate(ownerUrl);
    await client.query("ALTER TABLE import_part NO FORCE ROW LEVEL SECURITY");
    expect(before).toHaveLength(5);
    expect(await read("import_row")).toEqual(before);
    expect((await client.query("SELECT FROM import_part")).rowCount).toBe(4);
    await client.end();
  });
});

const shape = { maxScore: 4, taskMaxima: [1, 3] };
const mark = fc.constantFrom(null, 2, 3, 4, 5) as fc.Arbitrary<CheckedRow["markFile"]>;
const row: fc.Arbitrary<CheckedRow> = fc.record({
  ...{ sheet: fc.constant("Лист"), row: fc.nat(), login: fc.constantFrom("970001", "970002") },
  ...{ workId: fc.constantFrom(1, 2), code: fc.string(), variant: fc.string(), sex: fc.constant(null) },
  classLabel: fc.constantFrom("", "4А", "4Б"),
  status: fc.constantFrom("present" as const, "absent" as const, "held" as const),
  items: fc.tuple(fc.integer({ min: -4, max: 1 }), fc.integer({ min: -4, max: 3 })),
  totalPrinted: fc.option(fc.nat(4)),
  totalFromItems: fc.nat(4),
  ...{ markFile: mark, markScale: mark, journal: mark },
});

describe("what staged rows add up to", () => {
  it("is counted beside them by class, and held rows count nowhere", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const schools = new Map([["970001", 1]]);
        for (const batch of batchesOf(rows, schools, new Map([[1, shape]]), 5)) {
          const staged = textsOf(batch.summaries);
          const parts = Map.groupBy(
            rowsOf(batch),
            ({ login, workId, status }) => `${login}:${workId}:${status === "held"}`,
          );
          expect(staged.length).toBe(parts.size);
          for (const [i, part] of [...parts.values()].entries()) {
            const known = part[0]?.workId === 1 && part[0].status !== "held";
            const text = staged[i] ?? null;
            expect(text !== null).toBe(known);
            const counted = readStagedSummaries(text === null ? null : JSON.parse(text), shape);
            const expected = Map.groupBy(part, ({ classLabel }) => classLabel);
            if (known)
              for (const [label, members] of expected)
                expect(counted?.get(label)).toEqual(summarize(members, shape));
            expect(counted?.size ?? 0).toBe(known ? expected.size : 0);
          }
        }
      }),
    );
  });

  it("does not count for a work that has got other tasks since", () => {
    const rows = fc
      .sample(row, 20)
      .map((one) => ({ ...one, login: "970001", workId: 1, status: "present" as const }));
    const [batch] = [...batchesOf(rows, new Map(), new Map([[1, shape]]), 100)];
    const staged = JSON.parse(textsOf(batch?.summaries ?? "{}")[0] ?? "null") as unknown;
    expect(readStagedSummaries(staged, shape)).not.toBeNull();
    expect(readStagedSummaries(staged, { maxScore: 5, taskMaxima: [1, 3] })).toBeNull();
    expect(readStagedSummaries(staged, { maxScore: 4, taskMaxima: [1, 2] })).toBeNull();
    expect(readStagedSummaries(staged, { maxScore: 4, taskMaxima: [1, 3, 1] })).toBeNull();
  });

  it("is what a recount of the results finds: after the first file, when the work has changed before it, and after undoing", async () => {
    await referenceRegion();
    const deputy = await deputyOf("970019");
    const first = await bringAndCheck(deputy, "Ф1.xlsx", fixture(F1));
    const withSummaries = () =>
      asSystem((tx) =>
        tx.importPart.count({ where: { importId: first, summaries: { not: { equals: null } } } }),
      );
    expect(await withSummaries()).toBe(1);
    await applyImport(deputy, first, now);
    expect(await recountSummaries()).toEqual({ checked: 3, different: 0 });
    await undoImport(deputy, first, now);
    const again = await bringAndCheck(deputy, "Ф1.xlsx", fixture(F1));
    await inTransaction(systemViewer, (tx) => tx.$executeRaw`UPDATE work_task SET max = max + 1`);
    await applyImport(deputy, again, now);
    expect(await recountSummaries()).toEqual({ checked: 3, different: 0 });
  });
});
