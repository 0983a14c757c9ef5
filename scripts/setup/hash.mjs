import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

/**
 * One hash of the contents of files and folders of the project; what is missing counts as empty.
 * @param {readonly string[]} paths relative to the project
 * @param {(path: string) => boolean} [skip]
 * @returns {string}
 */
export function hashOf(paths, skip = () => false) {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, path, skip);
  return hash.digest("hex");
}

function add(hash, path, skip) {
  const full = join(root, path);
  if (skip(path) || !existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const name of readdirSync(full).sort()) add(hash, `${path}/${name}`, skip);
}

/** Whether the stamp holds this hash. @param {string} file @param {string} hash */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, "utf8").trim() === hash;
}

/** @param {string} file @param {string} hash */
export function stamp(file, hash) {
  writeFileSync(file, `${hash}\n`);
}
