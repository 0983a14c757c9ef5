import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const PRISMA_FOLDER = resolve(import.meta.dirname, "../../../prisma");
const LOCK_FILE = "migration_lock.toml";

/** Made by hand in the migrations and left out of the models on purpose: only triggers touch them. */
export const TABLES_UNKNOWN_TO_PRISMA: readonly string[] = ["audit_chain"];

/** The migrations on disk in the form that the schema engine asks for, oldest first. */
export function readMigrations(folder: string = join(PRISMA_FOLDER, "migrations")) {
  const lockFile = join(folder, LOCK_FILE);
  return {
    baseDir: folder,
    lockfile: { path: LOCK_FILE, content: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/** The models on disk, one file per feature. */
export function readModels(folder: string = join(PRISMA_FOLDER, "schema")) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));
}
