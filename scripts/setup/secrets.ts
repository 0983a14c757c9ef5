import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.object({ portal: z.string(), administrator: z.string(), owner: z.string() });

/** What only this installation knows: the key that signs sessions, and the passwords of the embedded database. */
export type Secrets = z.output<typeof Secrets>;

/**
 * The secrets of this data folder, made at random the first time. Only the person who runs the portal can read the file.
 * Of two programs that make it at once, one wins and both read its file.
 */
export function secretsOf(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    const fresh: Secrets = { portal: randomSecret(), administrator: randomSecret(), owner: randomSecret() };
    writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
}

function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}
