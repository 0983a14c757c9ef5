import { crc32 } from "node:zlib";
import { type ByteSource, inflateSource } from "./deflate.ts";
import type { Limits } from "./limits.ts";
import { damaged, Refused, refuse } from "./refused.ts";
import { partKey, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

/** An opened archive: names are keys of a map and never paths, so a name like `../../x` can reach nothing. */
export interface Zip {
  names(): Iterable<string>;
  has(name: string): boolean;
  /** The bytes of a part, checked for length and checksum at the end; null when the archive has no such part. */
  open(name: string): ByteSource | null;
}

/**
 * Opens a zip archive without inflating anything. What the headers say about sizes is not believed: inflated bytes are
 * counted while they come, over all parts together. Part names are compared without case and with `/` for `\`, because
 * the package format says so and old writers use either.
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const entries = readZipDirectory(bytes);
  const budget = { left: limits.inflatedBytes };
  return {
    names: () => entries.keys(),
    has: (name) => entries.has(partKey(name)),
    open: (name) => {
      const entry = entries.get(partKey(name));
      return entry === undefined ? null : checkedSource(bytes, entry, limits, budget);
    },
  };
}

function checkedSource(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: Limits,
  budget: { left: number },
): ByteSource {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) refuse("encryptedFile");
  const packed = packedBytes(bytes, entry);
  const source = entry.method === DEFLATED ? inflateSource(packed) : storedSource(packed, entry);
  let length = 0;
  let checksum = 0;
  return () => {
    const chunk = next(source, entry.name);
    if (chunk === null) {
      if (length !== entry.size || checksum !== entry.crc) damaged(entry.name);
      return null;
    }
    length += chunk.length;
    budget.left -= chunk.length;
    const bomb = length > limits.ratioFrom && length > limits.inflationRatio * packed.length;
    if (bomb || budget.left < 0) {
      refuse("inflatesTooMuch", { megabytes: Math.round(limits.inflatedBytes / 1024 / 1024) });
    }
    checksum = crc32(chunk, checksum);
    return chunk;
  };
}

function next(source: ByteSource, part: string): Uint8Array | null {
  try {
    return source();
  } catch (error) {
    if (error instanceof Refused) throw error;
    return damaged(part);
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.localHeader;
  if (at + LOCAL_HEADER_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER)
    damaged(entry.name);
  const start = at + LOCAL_HEADER_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length) refuse("cutOffWorkbook");
  return bytes.subarray(start, start + entry.packedSize);
}

function storedSource(packed: Uint8Array, entry: ZipEntry): ByteSource {
  if (entry.method !== STORED) damaged(entry.name);
  let given = false;
  return () => {
    if (given || packed.length === 0) return null;
    given = true;
    return packed;
  };
}
