import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment, env } from "#lib/platform/env.ts";
import { inside, root } from "../setup/places.mjs";
import { Refusal } from "../setup/say.mjs";

export interface WebServer {
  /** Settles with the exit code when the server ends, asked or not. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 60_000;
const GRACE_MILLISECONDS = 5_000;

/** Throws `Refusal` when nobody can listen at HOST and PORT; a portal that is just ending gets a moment. */
export async function checkPort(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const code = await tryToListen();
    if (code === null) return;
    if (code === "EACCES") throw new Refusal("portForbidden", { port: env.PORT });
    if (code !== "EADDRINUSE") throw new Refusal("hostWrong", { host: env.HOST });
    if (attempt === 20) throw new Refusal("portTaken", { port: env.PORT, next: env.PORT + 1 });
    await sleep(100);
  }
}

/** Starts Next and waits until it answers. */
export async function startWebServer(dev: boolean): Promise<WebServer> {
  const next = inside("node_modules", "next", "dist", "bin", "next");
  const address = ["-p", String(env.PORT), "-H", env.HOST];
  const child = spawn(
    process.execPath,
    ["--import", inside("scripts/setup/leash.mjs"), next, dev ? "dev" : "start", ...address],
    {
      cwd: root,
      env: childEnvironment({
        NODE_ENV: dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        ...authEnvironment(),
      }),
      stdio: ["ignore", dev ? "inherit" : "pipe", "inherit", "ipc"],
    },
  );
  let log = "";
  child.stdout?.on("data", (chunk) => {
    log = `${log}${chunk}`.slice(-4_000);
  });
  let running = true;
  const ended = new Promise<number>((resolve) => {
    child.once("close", (code) => {
      running = false;
      resolve(code ?? 1);
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const cut = setTimeout(() => child.kill("SIGKILL"), GRACE_MILLISECONDS);
    await ended;
    clearTimeout(cut);
  };
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await answers())) {
    if (running && Date.now() < until) await sleep(40);
    else {
      await stop();
      throw new Refusal("serverFailed", { log });
    }
  }
  return { ended, stop };
}

/** next-auth reads its own names; they say the same as ours. */
function authEnvironment(): Record<string, string> {
  return { NEXTAUTH_URL: env.PORTAL_URL, NEXTAUTH_SECRET: env.PORTAL_SECRET };
}

async function answers(): Promise<boolean> {
  const host = env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST === "::" ? "[::1]" : env.HOST;
  const health = `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${env.PORT}/api/health`;
  return fetch(health).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );
}

function tryToListen(): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(env.PORT, env.HOST, () => server.close(() => resolve(null)));
  });
}
