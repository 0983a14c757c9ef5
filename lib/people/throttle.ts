import { createHash } from "node:crypto";
import type { WriteTx } from "../platform/access/as-viewer.ts";
import { throttle } from "./rules.ts";

type Limit = (typeof throttle)[keyof typeof throttle];
export interface ThrottleKey {
  key: string;
  limit: Limit;
}

const key = (...parts: string[]) => createHash("sha256").update(parts.join("\u0000")).digest("hex");

/** The count of tries of the present password by somebody who is signed in. */
export function ownPasswordKeys(personId: number): ThrottleKey[] {
  return [{ key: key("own", String(personId)), limit: throttle.ownPassword }];
}

/** The counts that one try belongs to. Keys are hashes: the table tells nobody who tried. */
export function throttleKeys(email: string, address: string, device: string | null): ThrottleKey[] {
  if (device) return [{ key: key("device", email, device), limit: throttle.knownDevice }];
  return [
    { key: key("address", email, address), limit: throttle.address },
    { key: key("unknown", email), limit: throttle.unknown },
  ];
}

/**
 * Counts a try as failed and tells whether it may go on; a success takes it back. Counted before the password is looked
 * at, so that many tries at one moment cannot pass together. A count that is used up stops the counting: one address
 * alone cannot use up the count of all unknown browsers.
 */
export async function countTry(tx: WriteTx, keys: readonly ThrottleKey[], now: Date): Promise<boolean> {
  for (const { key, limit } of keys) {
    const since = new Date(now.getTime() - limit.minutes * 60_000);
    const [counted] = await tx.$queryRaw<[{ failures: number }]>`
      INSERT INTO sign_in_attempt AS a (key, failures, first_at, last_at) VALUES (${key}, 1, ${now}, ${now})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN a.first_at <= ${since} THEN 1 ELSE a.failures + 1 END,
        first_at = CASE WHEN a.first_at <= ${since} THEN ${now} ELSE a.first_at END,
        last_at = ${now}
      RETURNING failures`;
    if (counted.failures > limit.failures) return false;
  }
  return true;
}

/** A success forgets the counts of this browser and address, and sweeps what is long over. */
export async function forgetTries(tx: WriteTx, keys: readonly ThrottleKey[], now: Date): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { key: { in: keys.map(({ key }) => key) } } });
  await tx.signInAttempt.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - 24 * 3_600_000) } } });
}
