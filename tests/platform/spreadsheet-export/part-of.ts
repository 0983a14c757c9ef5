import { DEFAULT_LIMITS } from "#lib/platform/workbook/limits.ts";
import { openZip } from "#lib/platform/workbook/zip.ts";

/** The text of one part of a workbook. */
export function partOf(bytes: Uint8Array, name: string): string {
  const source = openZip(bytes, DEFAULT_LIMITS).open(name);
  if (source === null) throw new Error(`no part ${name}`);
  const chunks: Uint8Array[] = [];
  for (let chunk = source(); chunk !== null; chunk = source()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
