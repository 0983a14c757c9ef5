import { createHash } from "node:crypto";
import type pg from "pg";
import type { readMigrations } from "./migrations-folder.ts";

/** What a database's own record (`_prisma_migrations`) says about the migrations on disk. */
export interface MigrationRecord {
  /** On disk, but not in the database yet. */
  missing: string[];
  /** Applied once, and changed on disk since. */
  edited: string[];
  /** Started and not finished; each is one transaction, so nothing of them is there. */
  failed: string[];
}

/** Compares the migrations on disk with those in the database. An empty database lacks all of them. */
export async function readRecord(
  connection: pg.Client,
  { migrationDirectories }: ReturnType<typeof readMigrations>,
): Promise<MigrationRecord> {
  const rows = (await readRows(connection)).filter((row) => row.rolled_back_at === null);
  const onDisk = new Map(
    migrationDirectories.map(({ path, migrationFile }) => [path, migrationFile.content.value]),
  );
  const finished = new Map(
    rows.flatMap((row) => (row.finished_at === null ? [] : [[row.migration_name, row.checksum]])),
  );
  return {
    missing: [...onDisk.keys()].filter((name) => !finished.has(name)),
    edited: [...onDisk].flatMap(([name, script]) => {
      const checksum = finished.get(name);
      return checksum === undefined || checksum === createHash("sha256").update(script).digest("hex")
        ? []
        : [name];
    }),
    failed: rows.filter((row) => row.finished_at === null).map((row) => row.migration_name),
  };
}

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

async function readRows(connection: pg.Client): Promise<Row[]> {
  const { rows } = await connection.query<{ known: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
  );
  if (rows[0]?.known !== true) return [];
  const columns = "migration_name, checksum, finished_at, rolled_back_at";
  return (await connection.query<Row>(`SELECT ${columns} FROM _prisma_migrations ORDER BY started_at`)).rows;
}
