import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

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

/** How a process was called, to tell it from another one that got its number since; empty when it cannot be told. */
export function commandLine(pid: number): string {
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
