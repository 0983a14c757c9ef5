import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { MigrationError, migrate, schemaDrift } from "#lib/platform/db/migrate.ts";
import { emptyDatabase } from "#tests/support/database.ts";

function migrationsWith(sql: string): { folder: string; script: string } {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync("tests/fixtures/migrations", folder, { recursive: true });
  const script = join(folder, "20260102000000_second", "migration.sql");
  cpSync(join(folder, "20260101000000_first"), join(folder, "20260102000000_second"), { recursive: true });
  writeFileSync(script, sql);
  return { folder, script };
}

describe("the migrations of the portal", () => {
  let ownerUrl: string;
  beforeAll(async () => {
    ({ ownerUrl } = await emptyDatabase());
  });

  it("apply to an empty database, and a second time change nothing", async () => {
    const { applied } = await migrate(ownerUrl);
    expect(applied.length).toBeGreaterThan(0);
    expect(await migrate(ownerUrl)).toEqual({ applied: [] });
  });

  it("leave a database that agrees with the models in everything Prisma knows", async () => {
    expect(await schemaDrift(ownerUrl)).toBe("");
  });

  it("are told apart from a database that lacks a column", async () => {
    const client = new pg.Client(ownerUrl);
    await client.connect();
    await client.query("ALTER TABLE school ADD COLUMN forgotten int");
    await client.end();
    expect(await schemaDrift(ownerUrl)).toContain('DROP COLUMN "forgotten"');
  });
});

describe("a migration", () => {
  it("may hold functions, and semicolons in comments and texts", async () => {
    const { ownerUrl } = await emptyDatabase();
    const sql =
      "-- one; two\nDO $$ BEGIN PERFORM 1; PERFORM 2; END $$;\nINSERT INTO note (body) VALUES ('a; b');";
    const { folder } = migrationsWith(sql);
    expect((await migrate(ownerUrl, folder)).applied).toEqual([
      "20260101000000_first",
      "20260102000000_second",
    ]);
  });

  it("that fails is named, leaves nothing behind, and is applied once it is mended", async () => {
    const { ownerUrl } = await emptyDatabase();
    const { folder, script } = migrationsWith("CREATE TABLE half (id int);\nSELECT no_such_function();");
    const failed = await migrate(ownerUrl, folder).catch((error) => error);
    expect(failed).toBeInstanceOf(MigrationError);
    expect(failed).toMatchObject({ reason: "migrationFailed", migration: "20260102000000_second" });
    expect(failed.detail).toContain("line 2 of the script");
    writeFileSync(script, "CREATE TABLE half (id int);");
    expect((await migrate(ownerUrl, folder)).applied).toEqual(["20260102000000_second"]);
    expect((await migrate(ownerUrl, folder)).applied).toEqual([]);
  });

  it("that was changed after it was applied stops the next start instead of being half there", async () => {
    const { ownerUrl } = await emptyDatabase();
    const { folder, script } = migrationsWith("CREATE TABLE half (id int);");
    await migrate(ownerUrl, folder);
    writeFileSync(script, "CREATE TABLE other (id int);");
    await expect(migrate(ownerUrl, folder)).rejects.toMatchObject({
      reason: "migrationEdited",
      migration: "20260102000000_second",
    });
  });

  it("is applied once when two programs start together", async () => {
    const { ownerUrl } = await emptyDatabase();
    const { folder } = migrationsWith("CREATE TABLE once (id int);");
    const both = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first", "20260102000000_second"]);
  });
});
