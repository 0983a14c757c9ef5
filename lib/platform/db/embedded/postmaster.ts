import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

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

/** Whether a process with this number exists (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** A container without an init process keeps dead children in its table; they hold nothing. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true; // it has gone in between
  }
}

function isPostgresOn(pid: number, databaseFolder: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  // Windows tells the name of the program only; elsewhere the folder on its command line settles it.
  return process.platform === "win32"
    ? command.includes("postgres.exe")
    : command.includes("postgres") && command.includes(databaseFolder);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32")
      return execFileSync("tasklist", ["/FI", `PID eq ${pid}`], { encoding: "utf8" });
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
