import pg from "pg";
import { readRecord } from "./migration-record.ts";
import { readMigrations, readModels, TABLES_UNKNOWN_TO_PRISMA } from "./migrations-folder.ts";
import { withEngine } from "./schema-engine.ts";

/** A lock of two numbers: those of one number belong to the portal at work (jobs, audit). */
const MIGRATING = [7_400, 1];
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
 * `prisma migrate deploy` stays interchangeable. Two programs at once are safe: one waits.
 * Each migration is one transaction, so one that failed left nothing and is simply tried again.
 * Returns the names applied now; none when it was up to date. Throws `MigrationError` when a migration fails, or when
 * one that this database has already was changed afterwards.
 */
export async function migrate(ownerUrl: string, folder?: string): Promise<{ applied: string[] }> {
  const migrationsList = readMigrations(folder);
  return oneAtATime(ownerUrl, async (connection) => {
    const { missing, edited, failed } = await readRecord(connection, migrationsList);
    if (edited[0] !== undefined) throw new MigrationError("migrationEdited", edited[0], "");
    if (missing.length === 0) return { applied: [] };
    return withEngine(ownerUrl, async (engine) => {
      for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
      const done = await engine.applyMigrations({ migrationsList, filters: NO_FILTER }).catch(explain);
      return { applied: done.appliedMigrationNames };
    });
  });
}

/** A migration that another program is applying right now looks like one that failed, so nobody looks at the same time. */
async function oneAtATime<T>(ownerUrl: string, work: (connection: pg.Client) => Promise<T>): Promise<T> {
  const connection = new pg.Client({ connectionString: ownerUrl, application_name: "portal migrations" });
  await connection.connect();
  try {
    await connection.query("SELECT pg_advisory_lock($1, $2)", MIGRATING);
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/**
 * The SQL that would make the database equal to Prisma's models; empty when they agree. What Prisma cannot say (policies,
 * checks, triggers, partitions) is not compared.
 */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  return withEngine(ownerUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: readModels(), configDir: "." },
      to: { tag: "schemaDatamodel", files: readModels() },
      script: true,
      exitCode: true,
      filters: {
        externalTables: TABLES_UNKNOWN_TO_PRISMA.map((table) => `public.${table}`),
        externalEnums: [],
      },
    });
    return isEmpty(stdout) ? "" : (stdout ?? "");
  });
}

function isEmpty(script: string | null): boolean {
  return script === null || script.replaceAll(/^--.*$/gm, "").trim() === "";
}

/** The engine's message is a few lines of text with its own trace below; the name of the migration stands in the trace. */
function explain(error: unknown): never {
  if (!(error instanceof Error)) throw new Error(String(error));
  const migration = /migration_name="([^"]+)"/.exec(error.message)?.[1];
  if (migration === undefined) throw error;
  throw new MigrationError("migrationFailed", migration, error.message.split(/\n\s+0: /)[0] ?? error.message);
}
