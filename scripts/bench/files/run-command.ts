import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { inside } from "../../setup/places.mjs";
import { later } from "../cleanup.ts";

/** What the command line needed for one file: megabytes that it holds, and the most that it ever held, when the file was told of. */
export interface AfterFile {
  residentMb: number;
  peakMb: number;
  /** since the file before */
  seconds: number;
}

/** Runs the portal's own `import` on a folder in a process of its own and looks at its memory after each file. Linux only. */
export async function importFolder(
  folder: string,
  environment: Readonly<Record<string, string>>,
  told: (file: number, after: AfterFile) => void,
): Promise<AfterFile[]> {
  const child = spawn(process.execPath, [inside("scripts/portal.mjs"), "import", folder], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  later(() => child.kill());
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const after: AfterFile[] = [];
  const said: string[] = [];
  let before = performance.now();
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    // The first of the two lines about a file begins with its path.
    if (!line.includes(folder)) continue;
    const now = performance.now();
    const one = { ...memoryOf(programOf(child.pid ?? 0)), seconds: (now - before) / 1000 };
    after.push(one);
    told(after.length, one);
    before = now;
  }
  if ((await ended) !== 0)
    throw new Error(`The command line did not take the files:\n${said.slice(0, 12).join("\n")}`);
  return after;
}

/** The command line is started by a launcher, which chooses its settings. */
function programOf(launcher: number): number {
  return Number(readFileSync(`/proc/${launcher}/task/${launcher}/children`, "utf8").trim().split(" ")[0]);
}

function memoryOf(pid: number): { residentMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  return { residentMb: megabytes("VmRSS"), peakMb: megabytes("VmHWM") };
}
