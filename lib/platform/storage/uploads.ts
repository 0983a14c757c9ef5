import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "../env.ts";

/** A file that came in and waits on disk to be read. */
export interface ReceivedFile {
  /** Where it waits until it is claimed or thrown away. */
  place: string;
  bytes: number;
  sha256: string;
}

/** Raised when a file is larger than the installation allows; the rest of it is not read. */
export class TooLargeError extends Error {}

const folder = () => path.join(env.PORTAL_DATA, "uploads");
const waiting = (importId: number) => path.join(folder(), `import-${importId}`);

/** Streams an upload to disk, counting and hashing on the way; nothing of it stays when it fails. */
export async function receive(source: Readable): Promise<ReceivedFile> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const place = path.join(folder(), `part-${randomUUID()}`);
  const hash = createHash("sha256");
  let bytes = 0;
  const limit = env.UPLOAD_MAX_MB * 1024 * 1024;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length;
      if (bytes > limit) return next(new TooLargeError());
      hash.update(chunk);
      next(null, chunk);
    },
  });
  try {
    await pipeline(source, count, createWriteStream(place, { mode: 0o600 }));
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
  return { place, bytes, sha256: hash.digest("hex") };
}

/** Gives a received file its import's name. */
export async function claim(file: ReceivedFile, importId: number): Promise<void> {
  await rename(file.place, waiting(importId));
}

/** Throws a received file away. */
export async function discard(file: ReceivedFile): Promise<void> {
  await rm(file.place, { force: true });
}

/** The bytes of an import that waits to be read, or null when they are gone. */
export async function waitingBytes(importId: number): Promise<Uint8Array | null> {
  return readFile(waiting(importId)).catch(() => null);
}

/** Forgets the bytes: from here on only the text of the cells is kept. */
export async function forget(importId: number): Promise<void> {
  await rm(waiting(importId), { force: true });
}

/** Removes what broken connections and killed processes left behind: parts older than a day. */
export async function sweepUploads(now: Date): Promise<void> {
  for (const name of await readdir(folder()).catch(() => [])) {
    const file = path.join(folder(), name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now.getTime() }));
    if (name.startsWith("part-") && now.getTime() - mtimeMs > 86_400_000) await rm(file, { force: true });
  }
}
