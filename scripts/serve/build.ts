import { spawn } from "node:child_process";
import { createWriteStream, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { childEnvironment, env } from "#lib/platform/env.ts";
import { buildPublicCss } from "../build-public-css.mjs";
import { hashOf, isStamped, stamp } from "../setup/hash.mjs";
import { inside, root } from "../setup/places.mjs";
import { Refusal } from "../setup/say.mjs";

const STAMP = inside(".next", "portal-stamp");
const FOLDERS = ["app", "components", "lib", "messages", "public", "prisma/schema", "package-lock.json"];
/** What is made from the sources is no source. */
const MADE = /^(lib\/platform\/db\/prisma|public\/portal\.css|public\/schemes)$/;
const OTHER_TOOLS = /^(vitest|playwright|biome|tsconfig|next-env|prisma)\b/;

/**
 * What this build is made from. The database belongs to it, because pages that Next keeps beside the build hold its data.
 */
export function buildHash(database: string): string {
  const configuration = readdirSync(root).filter(
    (name) => /\.(ts|mjs|js|json)$/.test(name) && !OTHER_TOOLS.test(name),
  );
  const sources = hashOf([...FOLDERS, ...configuration.sort()], (path) => MADE.test(path));
  return [sources, env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, database].map((part) => `${part}\n`).join("");
}

export function isBuilt(hash: string): boolean {
  return isStamped(STAMP, hash.trim()) && existsSync(inside("public", "portal.css"));
}

/**
 * Builds the portal for production. Knows no database: a page that needs one at this moment would carry one installation's
 * data into another. Throws `Refusal` with the end of the log.
 */
export async function build(hash: string): Promise<void> {
  rmSync(STAMP, { force: true });
  await buildPublicCss();
  const logFile = join(env.PORTAL_DATA, "build.log");
  const log = createWriteStream(logFile);
  const next = inside("node_modules", "next", "dist", "bin", "next");
  const environment = childEnvironment({
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "",
  });
  const child = spawn(process.execPath, ["--import", inside("scripts/setup/leash.mjs"), next, "build"], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const code = await new Promise((resolve) => child.once("close", resolve));
  log.end();
  await finished(log);
  if (code !== 0 || !existsSync(inside(".next", "BUILD_ID"))) {
    throw new Refusal("buildFailed", { log: readFileSync(logFile, "utf8").slice(-4_000) });
  }
  stamp(STAMP, hash.trim());
}
