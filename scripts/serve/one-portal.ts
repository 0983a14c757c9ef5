import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedDatabase } from "#lib/platform/db/embedded/embedded.ts";
import { env } from "#lib/platform/env.ts";
import { Refusal } from "../setup/say.mjs";

/** Two portals on one data folder would publish each other's pages; one that is just ending gets a moment. */
export async function claimFolder(database: EmbeddedDatabase): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    if (await database.claimServing()) return;
    await sleep(100);
  }
  throw new Refusal("alreadyServing", { folder: env.PORTAL_DATA });
}
