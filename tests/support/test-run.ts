import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBinaries } from "#lib/platform/db/embedded/binaries.ts";
import { stopCluster } from "#lib/platform/db/embedded/cluster.ts";
import { isAlive } from "#lib/platform/db/embedded/processes.ts";

const NAME = /^portal-test-(\d+)$/;

/**
 * One temporary data folder for a run of the tests. The database in it starts when the first test asks for one (see
 * database.ts), so a run of pure tests stays fast; here it is stopped and removed, also that of a run that was killed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = project.config.env.PORTAL_DATA as string;
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) await remove(join(tmpdir(), name));
  }
  mkdirSync(folder, { recursive: true });
  return () => remove(folder);
}

async function remove(folder: string): Promise<void> {
  const database = join(folder, "postgres");
  if (existsSync(database)) await stopCluster(database, findBinaries());
  rmSync(folder, { recursive: true, force: true });
}
