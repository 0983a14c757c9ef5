import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";
import { findBinaries } from "#lib/platform/db/embedded/binaries.ts";
import { stopCluster } from "#lib/platform/db/embedded/cluster.ts";
import { openEmbedded } from "#lib/platform/db/embedded/embedded.ts";
import { EmbeddedDatabaseError } from "#lib/platform/db/embedded/embedded-error.ts";
import { findPostmaster } from "#lib/platform/db/embedded/postmaster.ts";
import { isAlive } from "#lib/platform/db/embedded/processes.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // whole servers start here, also on a busy machine

const folders: string[] = [];
const children: ChildProcess[] = [];

/** Private to one user, with a space and Cyrillic letters: the least comfortable place that is allowed. */
function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "portal-embedded-")), "папка данных");
  folders.push(folder);
  return folder;
}

function open(folder: string, durable = false) {
  return openEmbedded({
    folder,
    administratorPassword: "administrator",
    ownerPassword: "owner",
    durable,
  });
}

/** Another program on the same folder; resolves with the address it got. */
async function hold(folder: string, durability = ""): Promise<{ child: ChildProcess; url: string }> {
  const child = fork("tests/support/embedded-holder.ts", [folder, durability], { execArgv: [] });
  children.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`the holder ended with ${code}`)));
  });
  return { child, url };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("exit", resolve));
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url);
  client.on("error", () => undefined); // some tests cut connections on purpose
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows.map((row: unknown[]) => row[0] as T);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const running = (folder: string) => findPostmaster(join(folder, "postgres"));

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders) {
    await stopCluster(join(folder, "postgres"), findBinaries());
    rmSync(join(folder, ".."), { recursive: true, force: true });
  }
});

describe("the embedded database", () => {
  it("sorts as a Russian reader does, with numbers by size, and knows Cyrillic letters", async () => {
    const database = await open(newFolder());
    const list = "VALUES ('Школа № 10'), ('Ёлкино'), ('Школа № 2'), ('Ежово'), ('елань')";
    expect(await ask(database.url, `SELECT name FROM (${list}) AS t (name) ORDER BY name`)).toEqual([
      "Ежово",
      "елань",
      "Ёлкино",
      "Школа № 2",
      "Школа № 10",
    ]);
    expect(await ask(database.url, "SELECT upper('ёж') || ('Ё' ILIKE 'ё')")).toEqual(["ЁЖtrue"]);
    await database.close();
  });

  it("gives the portal an owner without power over the server, and lets nobody in without a password", async () => {
    const database = await open(newFolder());
    expect(await ask(database.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
      false,
    ]);
    await expect(ask(database.url.replace("owner", "guess"), "SELECT 1")).rejects.toThrow("password");
    await expect(ask(database.url, "SELECT pg_read_file('/etc/passwd')")).rejects.toThrow(
      "permission denied",
    );
    await database.close();
  });

  it("keeps what was written, and its port, from one start to the next", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    await first.close();
    expect(running(folder)).toBeNull();
    const second = await open(folder);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "SELECT one FROM kept")).toEqual([1]);
    await second.close();
  });

  it("is joined by the next start when a killed portal left it running, and stopped by it", async () => {
    const folder = newFolder();
    const { child, url } = await hold(folder);
    child.kill("SIGKILL");
    await ended(child);
    const orphan = running(folder);
    expect(orphan).not.toBeNull();
    const next = await open(folder);
    expect(next.url).toBe(url);
    expect(running(folder)?.pid).toBe(orphan?.pid);
    await next.close();
    expect(isAlive(orphan?.pid ?? 0)).toBe(false);
  });

  it("starts again after a power cut: portal and database killed in the middle of a write", async () => {
    const folder = newFolder();
    const { child, url } = await hold(folder, "durable");
    await ask(url, "CREATE TABLE kept (one int)");
    await ask(url, "INSERT INTO kept VALUES (1)");
    const unfinished = ask(url, "INSERT INTO kept SELECT generate_series(1, 5000000)").catch(() => "cut off");
    child.kill("SIGKILL");
    process.kill(running(folder)?.pid ?? 0, "SIGKILL");
    expect(await unfinished).toBe("cut off");
    const next = await open(folder, true);
    expect(await ask(next.url, "SELECT one FROM kept")).toEqual([1]);
    await next.close();
  });

  it("starts although a stale pid file names a process that is something else by now", async () => {
    const folder = newFolder();
    await (await open(folder)).close();
    const lines = [
      process.pid,
      join(folder, "postgres"),
      1_700_000_000,
      5432,
      "",
      "127.0.0.1",
      "",
      "ready   ",
    ];
    writeFileSync(join(folder, "postgres", "postmaster.pid"), `${lines.join("\n")}\n`);
    const next = await open(folder);
    expect(await ask(next.url, "SELECT 1")).toEqual([1]);
    await next.close();
  });

  it("starts after a set-up that was killed half-way", async () => {
    const folder = newFolder();
    const { child } = await hold(newFolder());
    child.kill("SIGKILL");
    await ended(child);
    const half = join(folder, `postgres-new-${child.pid}`);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, "PG_VERSION"), "18\n");
    const database = await open(folder);
    expect(await ask(database.url, "SELECT 1")).toEqual([1]);
    expect(existsSync(half)).toBe(false);
    await database.close();
  });
});

describe("two programs on one data folder", () => {
  it("share one database also when both start it first, and the last one stops it", async () => {
    const folder = newFolder();
    const [first, second] = await Promise.all([hold(folder), hold(folder)]);
    expect(first.url).toBe(second.url);
    first.child.send("close");
    await ended(first.child);
    expect(await ask(second.url, "SELECT 1")).toEqual([1]);
    second.child.send("close");
    await ended(second.child);
    expect(running(folder)).toBeNull();
  });

  it("cannot both serve; when the first is gone, even killed, the second can", async () => {
    const folder = newFolder();
    const first = await open(folder);
    const second = await open(folder);
    expect(await first.claimServing()).toBe(true);
    expect(await second.claimServing()).toBe(false);
    await first.close();
    expect(await second.claimServing()).toBe(true);
    await second.close();
  });
});

describe("the data folder", () => {
  it("is closed to other people", async () => {
    const folder = newFolder();
    const database = await open(folder);
    expect(statSync(folder).mode & 0o066).toBe(0);
    expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
    await database.close();
  });

  it("whose secrets were lost is refused with a reason, and its data stays", async () => {
    const folder = newFolder();
    await (await open(folder)).close();
    const wrong = { folder, administratorPassword: "another", ownerPassword: "owner", durable: false };
    const refused = await openEmbedded(wrong).catch((error) => error);
    expect(refused).toBeInstanceOf(EmbeddedDatabaseError);
    expect(refused.reason).toBe("databasePassword");
    const database = await open(folder);
    expect(await ask(database.url, "SELECT 1")).toEqual([1]);
    await database.close();
  });

  it("has a log that quotes nothing people wrote", async () => {
    const folder = newFolder();
    const database = await open(folder);
    await ask(database.url, "CREATE TABLE guest (email text UNIQUE)");
    await ask(database.url, "INSERT INTO guest VALUES ('a@example.ru')");
    const again = ask(database.url, "INSERT INTO guest VALUES ('a@example.ru')");
    await expect(again).rejects.toThrow("guest_email_key");
    await database.close();
    expect(readFileSync(join(folder, "postgres.log"), "utf8")).not.toContain("example.ru");
  });
});
