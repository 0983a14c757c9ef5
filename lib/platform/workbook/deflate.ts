import { Inflate, zipSync } from "fflate";

/** Gives the next bytes of a stream, or null at its end. Pulling keeps a huge part from ever standing in memory whole. */
export type ByteSource = () => Uint8Array | null;

/** Deflate can grow a byte a thousandfold: 16 kB in are at most some 16 MB out, so that limits are seen in time. */
const COMPRESSED_STEP = 16 * 1024;

/** Inflates raw deflate data step by step. The source throws an Error when the data break the deflate format. */
export function inflateSource(compressed: Uint8Array): ByteSource {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) ready.push(chunk);
  });
  let at = 0;
  return () => {
    while (ready.length === 0 && at < compressed.length) {
      const until = Math.min(at + COMPRESSED_STEP, compressed.length);
      inflate.push(compressed.subarray(at, until), until === compressed.length);
      at = until;
    }
    return ready.shift() ?? null;
  };
}

/**
 * Packs named parts into a zip archive. The same parts give the same bytes: the time in the archive is always
 * 1 January 1980, written without a time zone so that it is the same everywhere.
 */
export function packZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { level: 6, mtime: "1980-01-01T00:00:00" });
}
