import { readdirSync } from "node:fs";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { stageReport } from "#lib/reported/stage-commands.ts";
import { bringAndCheck, fixture } from "#tests/results/brought.ts";

const FOLDERS = ["07-aggregates", "09-ege-summary"];
const names = FOLDERS.flatMap((folder) =>
  readdirSync(`tests/fixtures/results-files/${folder}`).map((name) => ({ folder, name })),
);

/** The bytes of a copied report whose name begins so. */
export function reportFile(start: string): { name: string; bytes: Uint8Array } {
  const found = names.find(({ name }) => name.normalize("NFC").startsWith(start));
  if (!found) throw new Error(`No report ${start}`);
  return { name: found.name, bytes: fixture(`results-files/${found.folder}/${found.name}`) };
}

/** Brings a report, recognised and read as the two background jobs do it. */
export async function bringReport(viewer: Viewer, start: string, bytes?: Uint8Array): Promise<number> {
  const file = reportFile(start);
  const id = await bringAndCheck(viewer, file.name, bytes ?? file.bytes);
  await stageReport(viewer, id);
  return id;
}
