import { spawn } from "node:child_process";
import { createWriteStream, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { commandLine, isAlive } from "#lib/platform/db/embedded/processes.ts";
import { childEnvironment, env } from "#lib/platform/env.ts";
import { buildPublicCss } from "../build-public-css.mjs";
import { hashOf, isStamped, stamp } from "../setup/hash.mjs";
import { inside, root } from "../setup/places.mjs";
import { Refusal } from "../setup/say.mjs";

const STAMP = inside(".next", "portal-stamp");
const SERVED_BY = inside(".next", "portal-pid");
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

/** Says that this program serves the build; it must not be replaced underneath. */
export function occupyBuild(): void {
  writeFileSync(SERVED_BY, `${process.pid}\n`);
}

/** Another portal may serve this build on other data; replacing it would break every page that people have open. */
function refuseWhenServed(): void {
  const pid = existsSync(SERVED_BY) ? Number(readFileSync(SERVED_BY, "utf8")) : process.pid;
  const served = pid !== process.pid && isAlive(pid) && commandLine(pid).includes(inside("scripts/serve.ts"));
  if (served) throw new Refusal("buildInUse", { pid });
}

/**
 * Builds the portal for production. Knows no database: a page that needs one at this moment would carry one installation's
 * data into another. Throws `Refusal` with the end of the log.
 */
export async function build(hash: string): Promise<void> {
  refuseWhenServed();
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
