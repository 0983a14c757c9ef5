import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. Files of scripts/setup/*.mjs run on any Node ≥ 20, before any package is installed. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. @param {...string} parts */
export const inside = (...parts) => join(root, ...parts);
