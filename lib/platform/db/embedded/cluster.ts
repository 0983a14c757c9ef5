import { execFile, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, findBinaries } from "./binaries.ts";
import { EmbeddedDatabaseError } from "./embedded-error.ts";
import { findPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { type RunAs, runAs } from "./system-user.ts";

/** One database folder on the disk and the programs that work on it. */
export interface Cluster {
  /** The data folder of the portal (`.data`); PostgreSQL's own stands in it. */
  folder: string;
  databaseFolder: string;
  logFile: string;
  binaries: Binaries;
  runAs: RunAs;
}

/** Names the places and makes sure that the system user can pass through them. Throws `EmbeddedDatabaseError`. */
export function describeCluster(folder: string): Cluster {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(folder, 0o711); // the database's user passes through; it can list and read nothing
  const binaries = findBinaries();
  return {
    folder,
    databaseFolder: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    binaries,
    runAs: runAs([folder, dirname(binaries.postgres)]),
  };
}

/**
 * Makes an empty database folder unless there is one. It is made beside its place and moved there in one step, so that
 * a killed set-up leaves nothing half-made and of two set-ups at once exactly one wins. True for the one that made it.
 */
export async function createCluster(cluster: Cluster, password: string): Promise<boolean> {
  if (existsSync(join(cluster.databaseFolder, "PG_VERSION"))) return false;
  removeOldDrafts(cluster.folder);
  const draft = join(cluster.folder, `postgres-new-${process.pid}`);
  const passwordFile = join(cluster.folder, `postgres-new-${process.pid}.password`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { owner } = cluster.runAs;
  if (owner !== null) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    const locale = ["--encoding=UTF8", "--locale=C", ...characterType(), "--locale-provider=icu"];
    // "kn" sorts «Школа № 2» before «Школа № 10».
    const order = "--icu-locale=ru-u-kn-true";
    const access = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`];
    const [program, ...args] = commandOf(cluster, cluster.binaries.initdb);
    const everything = [...args, `--pgdata=${draft}`, ...locale, order, ...access, "--no-sync"];
    await promisify(execFile)(program, everything, {
      ...identity(cluster),
      cwd: cluster.folder,
      env: environment(),
    });
    renameSync(draft, cluster.databaseFolder);
    return true;
  } catch (error) {
    if (!existsSync(join(cluster.databaseFolder, "PG_VERSION"))) {
      throw new EmbeddedDatabaseError("databaseFailed", { log: (error as Error).message });
    }
    return false;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function removeOldDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = /^postgres-new-(\d+)/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Waiting for a slow disk takes seconds and there is nothing to lose yet, so a new folder is made safe while it is in use. */
export function writeToDisk(cluster: Cluster): void {
  const [program, ...args] = commandOf(cluster, cluster.binaries.initdb);
  const options = {
    ...identity(cluster),
    cwd: cluster.folder,
    env: environment(),
    detached: true,
    windowsHide: true,
  };
  const child = spawn(program, [...args, "--sync-only", `--pgdata=${cluster.databaseFolder}`], {
    ...options,
    stdio: "ignore",
  });
  child.on("error", () => undefined);
  child.unref();
}

/** A running or refused start: `ended` becomes the log's last lines when the process ends early. */
export interface Start {
  ended: Promise<string>;
}

/**
 * Starts PostgreSQL in a process group of its own: Ctrl-C reaches the portal first, and the portal stops the database last.
 * Its log says what happened, never what people wrote: no statements, no values.
 */
export function startCluster(cluster: Cluster, port: number, durable: boolean): Start {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: durable ? "256MB" : "64MB",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [program, ...args] = commandOf(cluster, cluster.binaries.postgres);
  const log = openLog(cluster.logFile);
  const child = spawn(program, [...args, "-D", cluster.databaseFolder, ...flags], {
    ...identity(cluster),
    cwd: cluster.folder,
    env: environment(),
    stdio: ["ignore", log, log],
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () =>
      resolve(existsSync(cluster.logFile) ? readFileSync(cluster.logFile, "utf8").slice(-2_000) : ""),
    );
  });
  return { ended };
}

/** Asks PostgreSQL to end (connections are cut, everything committed is kept) and waits until its process is gone. */
export async function stopCluster(databaseFolder: string, binaries: Binaries): Promise<void> {
  const running = findPostmaster(databaseFolder);
  if (running === null) return;
  if (process.platform === "win32") {
    execFileSync(binaries.pgCtl, ["stop", "-D", databaseFolder, "-m", "fast", "-w"], { stdio: "ignore" });
    return;
  }
  process.kill(running.pid, "SIGINT");
  while (isAlive(running.pid)) await new Promise((resolve) => setTimeout(resolve, 15));
}

/** The last log is kept beside the current one, so that a long life does not fill the disk. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

function commandOf(cluster: Cluster, program: string): [string, ...string[]] {
  const [first, ...rest] = cluster.runAs.prefix;
  return first === undefined ? [program] : [first, ...rest, program];
}

function identity(cluster: Cluster): { uid?: number; gid?: number } {
  const { owner, prefix } = cluster.runAs;
  return owner === null || prefix.length > 0 ? {} : owner;
}

/** PG… variables of the person who starts the portal must not reach its own database. */
function environment(): NodeJS.ProcessEnv | undefined {
  return process.platform === "win32"
    ? undefined
    : { NODE_ENV: "production", LC_ALL: characterTypeName(), TZ: "UTC" };
}

/** Order comes from ICU; the system's locale only says what a letter is, and "C" knows no Cyrillic ones. */
function characterType(): string[] {
  return process.platform === "win32" ? [] : [`--lc-ctype=${characterTypeName()}`];
}

let knownName: string | undefined;
function characterTypeName(): string {
  knownName ??=
    ["C.UTF-8", "C.utf8", "ru_RU.UTF-8", "en_US.UTF-8"].find((name) => installedLocales().includes(name)) ??
    "C";
  return knownName;
}

function installedLocales(): string[] {
  try {
    return execFileSync("locale", ["-a"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split(
      "\n",
    );
  } catch {
    return [];
  }
}
