import pg from "pg";
import { loadShippedWorks } from "#lib/assessments/load-commands.ts";
import { loadShippedExams } from "#lib/exams/load-commands.ts";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { type EmbeddedDatabase, openEmbedded } from "#lib/platform/db/embedded/embedded.ts";
import { isGuarded } from "#lib/platform/db/guard.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { env, given, provide, wrongVariables } from "#lib/platform/env.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { Refusal, sentence } from "./say.mjs";
import { secretsOf } from "./secrets.ts";

const OLDEST_SERVER = 150_000; // server_version_num of PostgreSQL 15

export interface OpenPortal {
  /** The owner's address of the migrated database; `env.DATABASE_URL` is set to it. */
  ownerUrl: string;
  /** null when the database is somebody else's (DATABASE_URL). */
  embedded: EmbeddedDatabase | null;
  /** From the call to a database that answers. */
  readyAfterMilliseconds: number;
  /** The migrations applied now. */
  applied: readonly string[];
  /** Throws away everything in the embedded database. */
  startAfresh(): Promise<void>;
  /** Lets the database go; the last program that uses the embedded one stops it. */
  close(): Promise<void>;
}

/**
 * Everything a program needs before it can call queries and commands: checked variables, secrets, a running and migrated
 * database. Joins the embedded database of a portal that is running. Throws `Refusal` with a sentence for a person.
 */
export async function openPortal(): Promise<OpenPortal> {
  checkVariables();
  const started = performance.now();
  const { ownerUrl, embedded } = await openDatabase().catch(refuse);
  const readyAfterMilliseconds = performance.now() - started;
  const close = async () => embedded?.close();
  const startAfresh = async () => {
    await embedded?.reset();
    await migrate(ownerUrl).catch(refuse);
    await migrateJobs(ownerUrl);
  };
  try {
    const { applied } = await migrate(ownerUrl).catch(refuse);
    await migrateJobs(ownerUrl);
    if (!(await isGuarded(ownerUrl))) throw new Refusal("databaseUnguarded");
    // With a new version come its verified works, scales and indicators; what the centre has changed or removed since is left alone.
    if (applied.length > 0) {
      await loadShippedWorks(systemViewer, currentInstant());
      await loadShippedExams(currentInstant());
      await loadShippedIndicators(systemViewer, currentInstant());
    }
    return { ownerUrl, embedded, readyAfterMilliseconds, applied, startAfresh, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Throws a `Refusal` with one sentence for each variable that a person wrote wrongly. */
export function checkVariables(): void {
  const wrong = wrongVariables();
  if (wrong.length === 0) return;
  const refusal = new Refusal(`wrong.${wrong[0]?.name}`, { value: null });
  refusal.message = wrong.map(({ name, value }) => sentence(`wrong.${name}`, { value })).join("\n");
  throw refusal;
}

async function openDatabase(): Promise<{ ownerUrl: string; embedded: EmbeddedDatabase | null }> {
  const ownUrl = given("DATABASE_URL");
  const secrets = ownUrl !== null && given("PORTAL_SECRET") !== null ? null : secretsOf(env.PORTAL_DATA);
  if (secrets !== null && given("PORTAL_SECRET") === null) provide({ PORTAL_SECRET: secrets.portal });
  if (ownUrl !== null || secrets === null) {
    await checkServer(env.DATABASE_URL);
    return { ownerUrl: env.DATABASE_URL, embedded: null };
  }
  const passwords = { administratorPassword: secrets.administrator, ownerPassword: secrets.owner };
  const embedded = await openEmbedded({ folder: env.PORTAL_DATA, ...passwords });
  provide({ DATABASE_URL: embedded.url });
  return { ownerUrl: embedded.url, embedded };
}

async function checkServer(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
    const version = Number(rows[0]?.server_version_num);
    if (version < OLDEST_SERVER) throw new Refusal("databaseOld", { version: Math.floor(version / 10_000) });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("databaseUnreachable", {
      detail: (error as Error).message || String((error as { code?: string }).code),
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Errors of lib/platform/db that a person can mend carry the key of their sentence. */
function refuse(error: unknown): never {
  if (!(error instanceof Error) || !("reason" in error)) throw error;
  throw new Refusal(String(error.reason), { ...error } as Record<string, string>);
}
