import { createHash } from "node:crypto";
import type { WriteTx } from "../platform/access/as-viewer.ts";
import { isThrottled, throttle } from "./rules.ts";

type Limit = (typeof throttle)[keyof typeof throttle];

/** The counts that one try belongs to. Keys are hashes: the table tells nobody who tried. */
export function throttleKeys(
  email: string,
  address: string,
  device: string | null,
): { key: string; limit: Limit }[] {
  const key = (...parts: string[]) => createHash("sha256").update(parts.join("\u0000")).digest("hex");
  if (device) return [{ key: key("device", email, device), limit: throttle.knownDevice }];
  return [
    { key: key("address", email, address), limit: throttle.address },
    { key: key("unknown", email), limit: throttle.unknown },
  ];
}

/** True when one of the counts is used up. */
export async function tooManyFailures(
  tx: WriteTx,
  keys: readonly { key: string; limit: Limit }[],
  now: Date,
): Promise<boolean> {
  const attempts = await tx.signInAttempt.findMany({ where: { key: { in: keys.map((k) => k.key) } } });
  return keys.some((k) => isThrottled(attempts.find((a) => a.key === k.key) ?? null, k.limit, now));
}

/** Counts one failure; a count older than its window starts anew. */
export async function countFailure(
  tx: WriteTx,
  keys: readonly { key: string; limit: Limit }[],
  now: Date,
): Promise<void> {
  for (const { key, limit } of keys) {
    const since = new Date(now.getTime() - limit.minutes * 60_000);
    await tx.$executeRaw`INSERT INTO sign_in_attempt (key, failures, first_at, last_at) VALUES (${key}, 1, ${now}, ${now})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN sign_in_attempt.first_at < ${since} THEN 1 ELSE sign_in_attempt.failures + 1 END,
        first_at = CASE WHEN sign_in_attempt.first_at < ${since} THEN ${now} ELSE sign_in_attempt.first_at END,
        last_at = ${now}`;
  }
}

/** A success forgets the counts of this browser and address, and sweeps what is long over. */
export async function forgetFailures(
  tx: WriteTx,
  keys: readonly { key: string }[],
  now: Date,
): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { key: { in: keys.map((k) => k.key) } } });
  await tx.signInAttempt.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - 24 * 3_600_000) } } });
}
