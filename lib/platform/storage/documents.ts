import { link, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "../env.ts";
import type { ReceivedFile } from "./uploads.ts";

const folder = () => path.join(env.PORTAL_DATA, "documents");

/** Where the bytes of a document lie: under their hash, so that the same file stored twice is one, and none is ever overwritten. */
function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a sha-256");
  return path.join(folder(), sha256.slice(0, 2), sha256);
}

/** Keeps a received file for good. The received one is still there afterwards; `discard` it. */
export async function keepDocument(file: ReceivedFile): Promise<void> {
  const place = placeOf(file.sha256);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await link(file.place, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** The bytes of a kept document, or null when they are gone. */
export async function documentBytes(sha256: string): Promise<Uint8Array | null> {
  return readFile(placeOf(sha256)).catch(() => null);
}

/** Throws a document away that no record names any longer. */
export async function dropDocument(sha256: string): Promise<void> {
  await rm(placeOf(sha256), { force: true });
}
