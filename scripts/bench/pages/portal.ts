import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { provide } from "#lib/platform/env.ts";
import { build, buildHash } from "../../serve/build.ts";
import { nodeOptions } from "../../setup/launch.mjs";
import { inside, root } from "../../setup/places.mjs";
import { Refusal } from "../../setup/say.mjs";
import { temporaryFolder } from "../cleanup.ts";
import { freePort } from "./free-port.ts";
import { finish, start } from "./program.ts";

/** A portal of its own: temporary data, a free port, an embedded database. */
export interface BenchPortal {
  url: string;
  folder: string;
  stop: () => Promise<void>;
}

/** Builds the portal unless the build that is there was made from these sources; nothing measured here is kept beside a build. */
export async function ensureBuilt(): Promise<void> {
  const stamp = inside(".next", "portal-stamp");
  const hash = buildHash("bench");
  const sources = (text: string) => text.split("\n")[0];
  if (existsSync(stamp) && sources(readFileSync(stamp, "utf8")) === sources(hash)) return;
  provide({ PORTAL_DATA: temporaryFolder() });
  await build(hash);
}

/** Makes the demo region, or with "scale" a thousand schools and a million participations, in a new folder. */
export async function makeRegion(size: "demo" | "scale"): Promise<string> {
  const folder = temporaryFolder();
  const words = size === "scale" ? ["demo", "--scale"] : ["demo"];
  await finish([...nodeOptions, inside("scripts/portal.ts"), ...words], root, environment(folder));
  return folder;
}

/** Starts the portal on such a folder. */
export async function startPortal(folder: string): Promise<BenchPortal> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const env = { ...environment(folder), PORT: port, HOST: "127.0.0.1", PORTAL_URL: url, PORTAL_DEMO: "off" };
  const program = start([...nodeOptions, inside("scripts/serve.ts"), "--built"], root, env);
  const ready = new Promise<boolean>((resolve) => {
    program.child.once("message", () => resolve(true));
    program.ended.then(() => resolve(false));
  });
  if (!(await ready)) throw new Refusal("serverFailed", { log: program.output() });
  return { url, folder, stop: program.stop };
}

const Accounts = z.object({
  accounts: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
});

/** The account of the municipal officer of such a region. */
export function officerOf(folder: string): { email: string; password: string } {
  const content: unknown = JSON.parse(readFileSync(join(folder, "demo-accounts.json"), "utf8"));
  const officer = Accounts.parse(content).accounts.find(({ role }) => role === "municipality");
  if (!officer) throw new Error("The region has no municipal officer");
  return officer;
}

/** The variables of the person who measures (their database above all) must not reach a portal of the bench. */
function environment(folder: string): Record<string, string> {
  return { PORTAL_DATA: folder, DATABASE_URL: "", PORTAL_SECRET: "", LOG_LEVEL: "error" };
}
