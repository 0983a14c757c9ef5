import { createHash } from "node:crypto";
import type { Snapshot } from "./snapshot.ts";

/**
 * The snapshot as text, with the keys of every object in the order of their letters: the same bytes whenever and wherever
 * it is written, also after a database has stored it in an order of its own. UTF-8, no spaces.
 */
export function canonical(snapshot: Snapshot): string {
  return JSON.stringify(snapshot, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * SHA-256 of these bytes, printed on the page. The file `data.json` of the edition is these bytes, so that anybody can see
 * with any program that nothing was changed.
 */
export function fingerprint(snapshot: Snapshot): string {
  return createHash("sha256").update(canonical(snapshot)).digest("hex");
}
