import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { loadWorks } from "#lib/assessments/load-commands.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { receive } from "#lib/platform/storage/uploads.ts";
import { receiveFile } from "#lib/results/receive-commands.ts";
import type { Given } from "#lib/results/schema.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { loadRegistry } from "#lib/schools/registry-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person } from "#tests/support/registry.ts";

export const now = new Date("2025-05-20T18:00:00Z");
export const fixture = (path: string) => new Uint8Array(readFileSync(`tests/fixtures/${path}`));

/** A database with the reference region: its schools and classes; `works: false` leaves the bank of works empty. */
export async function referenceRegion({ works = true } = {}): Promise<{ region: Viewer; regionId: number }> {
  const { ownerUrl } = await testDatabase();
  await migrateJobs(ownerUrl);
  const { id: regionId } = await inTransaction(systemViewer, (tx) =>
    tx.region.create({ data: { code: "97", name: "Приозёрная область" } }),
  );
  const region = await person("region", { regionId });
  for (const name of ["schools.xlsx", "classes.xlsx"])
    await loadRegistry(region, fixture(`registry/${name}`), name, { dryRun: false }, now);
  if (works) await describeWorks(region);
  return { region, regionId };
}

/** The works of the reference region with their scales. */
export async function describeWorks(region: Viewer): Promise<void> {
  const files = ["works.csv", "scale.csv"].map((name) => ({ name, bytes: fixture(`own/${name}`) }));
  await loadWorks(region, files, { dryRun: false }, now);
}

/** A deputy head of the school with this login. */
export async function deputyOf(login: string): Promise<Viewer & { schoolId: number }> {
  const school = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { login } }));
  return { ...(await person("deputy", { schoolId: school.id })), schoolId: school.id };
}

export async function workIdOf(subject: string, gradeTested: number): Promise<number> {
  return (await asSystem((tx) => tx.work.findFirstOrThrow({ where: { subject, gradeTested } }))).id;
}

/** Brings a file the way of the upload route: to disk, registered, waiting. */
export async function bring(
  viewer: Viewer,
  name: string,
  bytes: Uint8Array | string,
  given: Given = {},
): Promise<number> {
  const received = await receive(Readable.from([Buffer.from(bytes as Uint8Array)]));
  return (await receiveFile(viewer, { ...received, name }, given, now)).importId;
}

/** The same, read and checked as the background job does it. */
export async function bringAndCheck(
  viewer: Viewer,
  name: string,
  bytes: Uint8Array | string,
  given: Given = {},
): Promise<number> {
  const id = await bring(viewer, name, bytes, given);
  await stageImport(viewer, id);
  return id;
}
