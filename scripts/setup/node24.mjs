import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { npm } from "./npm.mjs";
import { inside } from "./places.mjs";
import { Refusal } from "./say.mjs";

const NEEDED = 24;
const program = process.platform === "win32" ? "node.exe" : "node";
const carried = inside("node_modules", "node", "bin", program);

/**
 * The path of a Node 24: the one carried as an npm package, else the one that runs us when it is new enough.
 * Without its install script the carried package is empty: its program is fetched as the plain package that the script
 * would have fetched, and put where npm scripts look for it.
 * @returns {string}
 */
export function findNode24() {
  if (works(carried)) return carried;
  // The program that runs us may itself have been replaced by the installation a moment ago.
  if (Number(process.versions.node.split(".")[0]) >= NEEDED && works(process.execPath))
    return process.execPath;
  const version = JSON.parse(readFileSync(inside("node_modules", "node", "package.json"), "utf8")).version;
  const name = platformPackage();
  const places = [inside("node_modules", "node", "node_modules", name), inside("node_modules", name)];
  const found = places.find((place) => works(programOf(place))) ?? fetchPackage(name, version);
  if (found === null) throw new Refusal("nodeMissing", { package: name });
  carry(programOf(found));
  return works(carried) ? carried : programOf(found);
}

function platformPackage() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return `${platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${platform}-${process.arch}`;
}

function programOf(folder) {
  return join(folder, "bin", program);
}

function works(path) {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= NEEDED;
}

function fetchPackage(name, version) {
  const shelf = inside("node_modules", ".portal-node");
  mkdirSync(shelf, { recursive: true });
  const done = npm(
    ["install", "--prefix", shelf, "--no-save", `${name}@${version}`],
    ["ignore", "ignore", "inherit"],
  );
  const folder = join(shelf, "node_modules", name);
  return done && works(programOf(folder)) ? folder : null;
}

function carry(from) {
  mkdirSync(dirname(carried), { recursive: true });
  rmSync(carried, { force: true });
  try {
    linkSync(from, carried);
  } catch {
    copyFileSync(from, carried); // another disk, or one without links
  }
  if (process.platform === "win32") return;
  const command = inside("node_modules", ".bin", program);
  rmSync(command, { force: true });
  symlinkSync(join("..", "node", "bin", program), command);
}
