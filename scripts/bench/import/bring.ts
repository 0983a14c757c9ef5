import { createHash } from "node:crypto";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { type Examination, examine } from "#lib/results/examine.ts";
import { importFile, storeExamined } from "#lib/results/import-commands.ts";

export interface Brought {
  viewer: Viewer;
  name: string;
  bytes: Uint8Array;
  workId: number;
  now: Date;
}

/** Imports a file by the command that people use; answers milliseconds from its bytes to committed summaries. */
export async function bring({ viewer, name, bytes, workId, now }: Brought): Promise<number> {
  const started = performance.now();
  const outcome = await importFile(viewer, { name, bytes }, { given: { workId }, dryRun: false }, now);
  const milliseconds = performance.now() - started;
  if (outcome.status !== "applied") {
    const codes = outcome.examination.findings.map(({ code }) => code).slice(0, 5);
    throw new Error(`The invented file was not applied but ${outcome.status}: ${codes.join(", ")}`);
  }
  return milliseconds;
}

/** The same in its parts; answers the milliseconds of those that write into the database. */
export async function bringInParts({
  viewer,
  name,
  bytes,
  workId,
  now,
}: Brought): Promise<{ examination: Examination; milliseconds: number }> {
  const given = { workId };
  const examination = await examine(viewer, bytes, name, given);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const started = performance.now();
  const outcome = await storeExamined(viewer, { name, bytes: bytes.length, sha256 }, given, examination, now);
  const milliseconds = performance.now() - started;
  if (outcome.status !== "applied")
    throw new Error(`The invented file was not applied but ${outcome.status}`);
  return { examination, milliseconds };
}
