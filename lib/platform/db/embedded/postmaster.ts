import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLine, isAlive } from "./processes.ts";

/** A PostgreSQL that is running on a database folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * The PostgreSQL that runs on this folder, or null. A file left by a killed machine or container may name a process that is
 * something else by now: then it is removed, because PostgreSQL itself would refuse to start beside it.
 */
export function findPostmaster(databaseFolder: string): Postmaster | null {
  const file = join(databaseFolder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Math.abs(Number(lines[0]));
  const port = Number(lines[3] ?? 0);
  if (isPostgresOn(pid, databaseFolder)) return { pid, port };
  if (isAlive(pid)) rmSync(file, { force: true });
  return null;
}

function isPostgresOn(pid: number, databaseFolder: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  // Windows tells the name of the program only; elsewhere the folder on its command line settles it.
  return process.platform === "win32"
    ? command.includes("postgres.exe")
    : command.includes("postgres") && command.includes(databaseFolder);
}
