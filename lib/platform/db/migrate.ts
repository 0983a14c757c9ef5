import { readMigrations, readModels } from "./migrations-folder.ts";
import { withEngine } from "./schema-engine.ts";

const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Why a database could not be brought up to date; `reason` is a key of messages/…/startup.json. `detail` is what the
 * database said, in its own words.
 */
export class MigrationError extends Error {
  readonly reason: "migrationFailed" | "migrationEdited";
  readonly migration: string;
  readonly detail: string;
  constructor(reason: "migrationFailed" | "migrationEdited", migration: string, detail: string) {
    super(`${reason} ${migration}: ${detail}`);
    this.reason = reason;
    this.migration = migration;
    this.detail = detail;
  }
}

/**
 * Brings a database to the newest migration and keeps Prisma's own record of it (`_prisma_migrations`), so that
 * `prisma migrate deploy` stays interchangeable. Two programs at once are safe: the engine waits for its lock.
 * Each migration is one transaction, so one that failed left nothing and is simply tried again.
 * Returns the names applied now; none when it was up to date. Throws `MigrationError` when a migration fails, or when
 * one that this database has already was changed afterwards.
 */
export async function migrate(ownerUrl: string, folder?: string): Promise<{ applied: string[] }> {
  const input = { migrationsList: readMigrations(folder), filters: NO_FILTER };
  return withEngine(ownerUrl, async (engine) => {
    const state = await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
    const [edited] = state.editedMigrationNames;
    if (edited !== undefined) throw new MigrationError("migrationEdited", edited, "");
    for (const migrationName of state.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    try {
      return { applied: (await engine.applyMigrations(input)).appliedMigrationNames };
    } catch (error) {
      throw failure(error);
    }
  });
}

/**
 * The SQL that would make the database equal to Prisma's models; empty when they agree. What Prisma cannot say (policies,
 * checks, triggers) is not compared; `otherTables` are tables that only the migrations know, such as partitions.
 */
export async function schemaDrift(ownerUrl: string, otherTables: readonly string[] = []): Promise<string> {
  return withEngine(ownerUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: readModels(), configDir: "." },
      to: { tag: "schemaDatamodel", files: readModels() },
      script: true,
      exitCode: true,
      filters: { externalTables: [...otherTables], externalEnums: [] },
    });
    return isEmpty(stdout) ? "" : (stdout ?? "");
  });
}

function isEmpty(script: string | null): boolean {
  return script === null || script.replaceAll(/^--.*$/gm, "").trim() === "";
}

/** The engine's message is a few lines of text with its own trace below; the name of the migration stands in the trace. */
function failure(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const migration = /migration_name="([^"]+)"/.exec(error.message)?.[1];
  const detail = error.message.split(/\n\s+0: /)[0] ?? error.message;
  return migration === undefined ? error : new MigrationError("migrationFailed", migration, detail);
}
