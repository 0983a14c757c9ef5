/**
 * Run this after `npm install <package>`: a registry that mirrors only one platform makes npm leave the programs of other
 * platforms out of package-lock.json, and `npm ci` then refuses the whole file. Their exact versions are known from the
 * packages that ask for them, and their platform from their names, so the entries are written here.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { missingPrograms } from "./setup/lock.mjs";
import { inside } from "./setup/places.mjs";

const file = inside("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingPrograms(lock.packages);
for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const { name } of missing) console.log(name);
