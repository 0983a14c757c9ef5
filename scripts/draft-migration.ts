import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "#lib/platform/db/embedded/embedded.ts";
import { migrate, schemaDrift } from "#lib/platform/db/migrate.ts";
import { inside } from "./setup/places.mjs";

/**
 * Drafts a migration: what the models in prisma/schema say beyond the migrations that exist. Works on a temporary database.
 * Complete the draft by hand with what Prisma cannot say: policies, grants, checks, triggers, partitions.
 */
const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: node scripts/draft-migration.ts <name_in_snake_case>");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "portal-draft-"));
const database = await openEmbedded({
  folder,
  administratorPassword: "draft",
  ownerPassword: "draft",
  durable: false,
});
try {
  await migrate(database.url);
  const script = await schemaDrift(database.url);
  if (script === "") console.log("The models and the migrations agree: nothing to draft.");
  else console.log(`Drafted ${write(name, script)}`);
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

function write(title: string, script: string): string {
  const moment = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const path = `prisma/migrations/${moment}_${title}`;
  mkdirSync(inside(path));
  writeFileSync(inside(path, "migration.sql"), script);
  return `${path}/migration.sql`;
}
