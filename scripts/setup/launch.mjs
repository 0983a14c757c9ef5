import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { generateClient } from "./generate-client.mjs";
import { ensureInstalled } from "./install.mjs";
import { findNode24 } from "./node24.mjs";
import { inside, root } from "./places.mjs";
import { Refusal } from "./say.mjs";

/**
 * Runs a TypeScript program of the project on Node 24, from whatever Node ≥ 20 there is and with nothing installed yet.
 * Ends this process with the program's exit code. The program notices when this process is killed: their channel closes.
 * @param {string} script path inside the project
 * @param {readonly string[]} args
 * @param {{ options?: readonly string[], env?: Record<string, string> }} [more] for this program alone
 */
export async function launch(script, args, { options = [], env = {} } = {}) {
  await orRefuse(async () => {
    const node = prepare();
    process.exitCode = await run(node, [...nodeOptions, ...options, inside(script), ...args], env);
  });
}

/**
 * Installs and generates what is missing or out of date; returns the path of Node 24.
 * @param {boolean} [generateAlways]
 */
export function prepare(generateAlways = false) {
  const { node: version } = process.versions;
  if (Number(version.split(".")[0]) < 20) throw new Refusal("nodeOld", { version });
  ensureInstalled();
  const node = findNode24();
  generateClient(node, generateAlways);
  return node;
}

/** Turns a refusal into its sentence and exit code 1. @param {() => void | Promise<void>} work */
export async function orRefuse(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** "react-server" makes the package `server-only` inert, as it is inside of Next's server. */
export const nodeOptions = [
  "--conditions=react-server",
  "--disable-warning=ExperimentalWarning",
  ...(existsSync(inside(".env")) ? [`--env-file=${inside(".env")}`] : []),
];

function run(node, args, env) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...env, ...process.env },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
