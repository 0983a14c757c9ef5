import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  type Cluster,
  createCluster,
  describeCluster,
  type Start,
  startCluster,
  stopCluster,
  writeToDisk,
} from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-error.ts";
import { databasePort } from "./free-port.ts";
import { findPostmaster } from "./postmaster.ts";
import { claimServing, enter, leave, oneAtATime } from "./sharing.ts";

export interface EmbeddedOptions {
  /** The data folder (absolute): the database stands in its `postgres` folder. */
  folder: string;
  /** Password of the server's administrator `postgres`, used by this module only. */
  administratorPassword: string;
  /** Password of `portal`, the owner of the portal's database; no administrator of the server. */
  ownerPassword: string;
  /** false for tests: faster, and a power cut would lose everything. */
  durable?: boolean;
}

export interface EmbeddedDatabase {
  /** The owner's address of the database `portal`. */
  url: string;
  /** The administrator's address; for tests that make databases. */
  administratorUrl: string;
  port: number;
  /** Becomes the one portal that serves this data folder; false when another one already does. */
  claimServing(): Promise<boolean>;
  /** Throws the portal's database away and makes an empty one. */
  reset(): Promise<void>;
  /** Settles when the database went away by itself. */
  lost: Promise<void>;
  /** Stops using it; whoever is last stops PostgreSQL. */
  close(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 60_000; // replaying a long log after a power cut may take a while
const PAUSE_MILLISECONDS = 20;
const RETRY_MILLISECONDS = 300;
const MOST_STARTS = 10;

/**
 * Opens the portal's own PostgreSQL: creates it when there is none, starts it when it does not run, joins it when another
 * program (or one that was killed) left it running. Throws `EmbeddedDatabaseError`.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const durable = options.durable ?? true;
  const cluster = describeCluster(options.folder);
  const isNew = await createCluster(cluster, options.administratorPassword);
  const { connection, port } = await connectOrStart(cluster, options.administratorPassword, durable);
  let closing = false;
  const lost = new Promise<void>((resolve) => {
    connection.on("error", () => undefined); // "end" follows and tells the same
    connection.on("end", () => closing || resolve());
  });
  const close = async () => {
    if (closing) return;
    closing = true;
    const last = await leave(connection).catch(() => false); // the connection broke, so who else uses it is unknown
    if (last) await stopCluster(cluster.databaseFolder, cluster.binaries);
    await connection.end().catch(() => undefined);
  };
  const prepare = () => oneAtATime(connection, () => provision(connection, options.ownerPassword));
  await prepare().catch(async (error) => {
    await close();
    throw error;
  });
  if (isNew && durable) writeToDisk(cluster);
  return {
    url: addressOf("portal", options.ownerPassword, port, "portal"),
    administratorUrl: addressOf("postgres", options.administratorPassword, port, "postgres"),
    port,
    claimServing: () => claimServing(connection),
    async reset() {
      await connection.query("DROP DATABASE portal WITH (FORCE)");
      await prepare();
    },
    lost,
    close,
  };
}

/** The address in the form that every PostgreSQL client reads. */
function addressOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function connectOrStart(cluster: Cluster, password: string, durable: boolean) {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  let starting: Start | null = null;
  let starts = 0;
  let log = "";
  for (;;) {
    const running = findPostmaster(cluster.databaseFolder);
    if (running !== null) {
      const answer = await connect(addressOf("postgres", password, running.port, "postgres"));
      if (answer instanceof pg.Client) return { connection: answer, port: running.port };
      log = answer;
    } else if (starting === null) {
      if (starts > 0) await sleep(RETRY_MILLISECONDS);
      if (starts === MOST_STARTS) throw new EmbeddedDatabaseError("databaseFailed", { log });
      starts += 1;
      starting = startCluster(cluster, await databasePort(cluster.folder), durable);
      starting.ended.then((lines) => {
        log = lines;
        starting = null; // another program was faster, or the port was taken in between: look again
      });
    }
    if (performance.now() > until) throw new EmbeddedDatabaseError("databaseFailed", { log });
    await sleep(PAUSE_MILLISECONDS);
  }
}

/** A connection that has entered, or what the server said while it is still starting or already stopping. */
async function connect(connectionString: string): Promise<pg.Client | string> {
  const connection = new pg.Client({ connectionString, keepAlive: true, application_name: "portal set-up" });
  connection.on("error", () => undefined);
  try {
    await connection.connect();
    await enter(connection);
    return connection;
  } catch (error) {
    await connection.end().catch(() => undefined);
    if ((error as { code?: string }).code === "28P01") throw new EmbeddedDatabaseError("databasePassword");
    return (error as Error).message;
  }
}

/** The owner of the portal's database has no power over the server: a stolen connection reads no file and runs no program. */
async function provision(connection: pg.Client, ownerPassword: string): Promise<void> {
  const password = connection.escapeLiteral(ownerPassword);
  const { rowCount: owners } = await connection.query("SELECT FROM pg_roles WHERE rolname = 'portal'");
  if (owners === 0) await connection.query(`CREATE ROLE portal LOGIN CREATEROLE PASSWORD ${password}`);
  const { rowCount: databases } = await connection.query("SELECT FROM pg_database WHERE datname = 'portal'");
  if (databases === 0) await connection.query("CREATE DATABASE portal OWNER portal");
}
