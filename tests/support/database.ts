import { randomBytes } from "node:crypto";
import pg from "pg";
import { type EmbeddedDatabase, openEmbedded } from "#lib/platform/db/embedded/embedded.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { env, provide } from "#lib/platform/env.ts";

const TEMPLATE = "portal_template";
const TEMPLATE_LOCK = 7_404;

let server: Promise<EmbeddedDatabase> | undefined;

/**
 * A fresh, migrated, empty database of its own, and `env.DATABASE_URL` pointing to it. Ask for one in `beforeAll`; it goes
 * away with the run, `drop` is for tests that make many.
 */
export async function testDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const database = await testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(database, async (connection) => {
    await prepareTemplate(database, connection);
    await connection.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER portal`);
  });
  const ownerUrl = addressOf(database, name);
  provide({ DATABASE_URL: ownerUrl });
  const drop = () =>
    asAdministrator(database, async (connection) => {
      await connection.query(`DROP DATABASE ${name} WITH (FORCE)`);
    });
  return { ownerUrl, drop };
}

/** A database without any migration; for tests of migrating itself. */
export async function emptyDatabase(): Promise<{ ownerUrl: string }> {
  const database = await testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(database, (connection) => connection.query(`CREATE DATABASE ${name} OWNER portal`));
  return { ownerUrl: addressOf(database, name) };
}

/** The one PostgreSQL of this run; every worker joins it. */
function testServer(): Promise<EmbeddedDatabase> {
  const folder = env.PORTAL_DATA;
  server ??= openEmbedded({ folder, administratorPassword: "test", ownerPassword: "test", durable: false });
  return server;
}

/** Migrated once a run; a clone of it takes a few hundredths of a second. */
async function prepareTemplate(database: EmbeddedDatabase, connection: pg.Client): Promise<void> {
  await connection.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  const { rowCount } = await connection.query("SELECT FROM pg_database WHERE datname = $1", [TEMPLATE]);
  if (rowCount === 0) {
    const draft = `${TEMPLATE}_draft`;
    await connection.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await connection.query(`CREATE DATABASE ${draft} OWNER portal`);
    await migrate(addressOf(database, draft));
    await connection.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
  }
  await connection.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
}

async function asAdministrator<T>(
  database: EmbeddedDatabase,
  work: (connection: pg.Client) => Promise<T>,
): Promise<T> {
  const connection = new pg.Client(database.administratorUrl);
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

function addressOf(database: EmbeddedDatabase, name: string): string {
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return url.toString();
}
