import { spawnSync } from "node:child_process";
import { root } from "./places.mjs";

/**
 * Runs npm, the one that started us when there is one; its output goes to the terminal. True when it succeeded.
 * The database tools want to download a program on installation; naming one here keeps them from trying.
 * @param {readonly string[]} args
 * @param {import("node:child_process").StdioOptions} [stdio]
 */
export function npm(args, stdio = "inherit") {
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
  };
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio, env };
  const done = own?.endsWith(".js")
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return done.status === 0;
}
