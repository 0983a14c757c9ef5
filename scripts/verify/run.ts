import { spawn } from "node:child_process";
import { childEnvironment } from "#lib/platform/env.ts";
import { inside, root } from "../setup/places.mjs";

/** Runs a program of node_modules and waits: its exit code, and what it wrote when it was to be quiet. */
export async function run(
  program: string,
  args: readonly string[],
  { quiet = false, env = {} }: { quiet?: boolean; env?: Record<string, string> } = {},
): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn(process.execPath, [inside("node_modules", program), ...args], {
    cwd: root,
    env: childEnvironment(env),
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { succeeded: code === 0, output };
}
