import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * A mark by which a browser is known to have signed in as this person before (OWASP's device cookie): guesses from
 * elsewhere use up another count of tries. It proves nothing else and lets nobody in.
 */
export function newDevice(email: string, secret: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${signature(id, email, secret)}`;
}

/** The id of the mark when it was made here for this very person; null for everything else. */
export function knownDevice(value: string | undefined, email: string, secret: string): string | null {
  const [id, given] = (value ?? "").split(".");
  if (!id || !given) return null;
  const expected = Buffer.from(signature(id, email, secret));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? id : null;
}

/** Where the mark is kept: one cookie a person, because people share the computer of the staff room. Tells no e-mail. */
export function deviceCookieName(email: string, secret: string): string {
  return `portal-device-${keyed(secret, "name", email).slice(0, 16)}`;
}

function signature(id: string, email: string, secret: string): string {
  return keyed(secret, "device", id, email);
}

function keyed(secret: string, ...parts: string[]): string {
  return createHmac("sha256", secret).update(parts.join("\u0000")).digest("base64url");
}
