import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { childEnvironment, env } from "#lib/platform/env.ts";

/** Without a sandbox a Chromium of root does not start; the rest keeps it from talking to anybody but the portal. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const FIXED_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The program of a Chromium on this machine, or null. */
export function findChromium(): string | null {
  if (env.CHROMIUM_PATH !== "") return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const onPath = (process.platform === "win32" ? [] : NAMES).map(which).find((path) => path !== null);
  return onPath ?? FIXED_PLACES.find((path) => existsSync(path)) ?? ofPlaywright();
}

/**
 * The Chromium on this machine, installed when there is none: with apt for root on Debian, else Playwright's own.
 * null when neither can be reached. `announce` is called before anything is installed.
 */
export function ensureChromium(announce: () => void): string | null {
  const found = findChromium();
  if (found !== null || env.CHROMIUM_PATH !== "") return found;
  announce();
  if (process.getuid?.() === 0 && which("apt-get") !== null) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
  if (findChromium() === null)
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  return findChromium();
}

function run(program: string, args: string[]): void {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(program, args, { stdio: ["ignore", "ignore", "ignore"], env: childEnvironment(quiet) });
}

function which(name: string): string | null {
  const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}

/** Playwright keeps its browsers in a cache, a folder for each version. */
function ofPlaywright(): string | null {
  const caches = [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"];
  const programs = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
  ];
  for (const cache of caches
    .map((folder) => join(homedir(), folder))
    .filter((folder) => existsSync(folder))) {
    for (const version of readdirSync(cache).filter((name) => /^chromium-\d/.test(name))) {
      const found = programs.map((program) => join(cache, version, program)).find((path) => existsSync(path));
      if (found !== undefined) return found;
    }
  }
  return null;
}
