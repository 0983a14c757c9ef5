import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let decoy: Promise<string> | null = null;

/**
 * True when the password fits. Without a stored hash (no such person, or not yet set) the same work is done against a
 * decoy, so that an answer takes as long and tells nothing.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a decoy that nobody has");
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
