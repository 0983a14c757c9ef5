import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "./places.mjs";

/**
 * Runs npm, the one that started us when there is one; its output goes to the terminal. True when it succeeded.
 * Scripts of packages never run: many machines forbid them, they download from places that schools cannot reach, and what the
 * few useful ones do is done by this set-up (the carried Node in node24.mjs, PostgreSQL's links in embedded/binaries.ts).
 * @param {readonly string[]} args
 * @param {import("node:child_process").StdioOptions} [stdio]
 */
export function npm(args, stdio = "inherit") {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio };
  // After an update the carried Node that runs us may just have been removed with the old packages; npm then finds another.
  const done =
    own?.endsWith(".js") && existsSync(process.execPath)
      ? spawnSync(process.execPath, [own, ...args, ...quiet], options)
      : spawnSync("npm", [...args, ...quiet], { ...options, shell: process.platform === "win32" });
  return done.status === 0;
}
