import { createHash } from "node:crypto";

/** SHA-256 (hex) of the data that a finding stands on: the same pupils with the same values give the same finding again. */
export function fingerprintOf(basis: unknown): string {
  return createHash("sha256").update(JSON.stringify(basis)).digest("hex");
}
