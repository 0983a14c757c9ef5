import { type ChildProcess, spawn } from "node:child_process";
import { childEnvironment } from "#lib/platform/env.ts";
import { later } from "../cleanup.ts";

const GRACE_MS = 15_000;

/** A program that runs beside the measuring and is stopped with it. */
export interface Program {
  child: ChildProcess;
  /** the last lines that it wrote */
  output: () => string;
  ended: Promise<number>;
  stop: () => Promise<void>;
}

/** Starts Node on a program. Its messages to us (`ready`) come over the channel that also ends it when we are gone. */
export function start(args: readonly string[], cwd: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: childEnvironment(env),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text = `${text}${chunk}`.slice(-4_000);
    });
  }
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const cut = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await ended;
    clearTimeout(cut);
  };
  later(stop);
  return { child, output: () => text, ended, stop };
}

/** Runs a program to its end. Throws with its last lines when it fails. */
export async function finish(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<void> {
  const program = start(args, cwd, env);
  const code = await program.ended;
  if (code !== 0) throw new Error(`${args.at(-1)} ended with ${code}:\n${program.output()}`);
}
