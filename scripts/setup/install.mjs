import { existsSync, readFileSync } from "node:fs";
import { hashOf, isStamped, stamp } from "./hash.mjs";
import { npm } from "./npm.mjs";
import { inside } from "./places.mjs";
import { Refusal, say } from "./say.mjs";

/** Installs the packages when they are missing or when package-lock.json changed since; otherwise takes a moment. */
export function ensureInstalled() {
  const file = inside("node_modules", ".portal-stamp");
  const hash = hashOf(["package-lock.json"]);
  if (isStamped(file, hash)) return;
  if (!matchesLock()) {
    say("installing");
    // Windows cannot replace the node.exe that is running this.
    const command = process.platform === "win32" && existsSync(inside("node_modules")) ? "install" : "ci";
    if (!npm([command, "--include=dev"])) throw new Refusal("installFailed");
  }
  stamp(file, hash);
}

/** Somebody ran npm by hand: npm's own record tells whether everything that the lock names is there. */
function matchesLock() {
  const record = inside("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(inside("package-lock.json"), "utf8")).packages);
  return wanted.every(
    ([path, entry]) =>
      path === "" || entry.optional || entry.peer || installed[path]?.version === entry.version,
  );
}
