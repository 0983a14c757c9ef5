import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { childEnvironment } from "#lib/platform/env.ts";
import { nodeOptions } from "../setup/launch.mjs";
import { inside, root } from "../setup/places.mjs";

/** A portal of its own: a free port, a temporary data folder, a demo region. */
export interface TemporaryPortal {
  url: string;
  dataFolder: string;
  stop(): Promise<void>;
}

/** Builds and starts it; null when it did not come up (it says why itself). */
export async function startTemporaryPortal(): Promise<TemporaryPortal | null> {
  const dataFolder = mkdtempSync(join(tmpdir(), "portal-journeys-"));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const own = {
    PORT: port,
    HOST: "127.0.0.1",
    PORTAL_URL: url,
    PORTAL_DATA: dataFolder,
    PORTAL_DEMO: "auto",
    DATABASE_URL: "",
  };
  const child = spawn(process.execPath, [...nodeOptions, inside("scripts/serve.ts")], {
    cwd: root,
    env: childEnvironment({ ...own, PORTAL_SECRET: "", LOG_LEVEL: "error" }),
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  child.stdout?.resume();
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  if (await becomesReady(child, ended)) return { url, dataFolder, stop };
  await stop();
  return null;
}

function becomesReady(child: ChildProcess, ended: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    child.once("message", () => resolve(true));
    ended.then(() => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
