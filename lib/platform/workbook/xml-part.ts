import type { ByteSource } from "./deflate.ts";
import { damaged } from "./refused.ts";
import { XmlScanner } from "./xml-scanner.ts";
import type { Zip } from "./zip.ts";

const DECLARED_ENCODING = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/;
const ALLOWED = new Set(["utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be"]);

/** A scanner for a part of the workbook, or null when the archive has no such part. */
export function scanPart(zip: Zip, part: string): XmlScanner | null {
  const source = zip.open(part);
  return source === null ? null : new XmlScanner(asUtf8(source, part), part);
}

/** The format allows UTF-8 and UTF-16; the scanner knows UTF-8, so the other is rewritten on the way. */
function asUtf8(source: ByteSource, part: string): ByteSource {
  let first: Uint8Array | null = null;
  while (first === null || first.length < 4) {
    const chunk = source();
    if (chunk === null) break;
    first = first === null ? chunk : Buffer.concat([first, chunk]);
  }
  if (first === null) return source;
  const [one, two, three] = first;
  if (one === 0xff && two === 0xfe) return rewritten(first, source, "utf-16le", part);
  if (one === 0xfe && two === 0xff) return rewritten(first, source, "utf-16be", part);
  const start = one === 0xef && two === 0xbb && three === 0xbf ? first.subarray(3) : first;
  const declared = DECLARED_ENCODING.exec(Buffer.from(start.subarray(0, 200)).toString("latin1"))?.[1];
  if (declared !== undefined && !ALLOWED.has(declared.toLowerCase())) damaged(part);
  return prepended(start, source);
}

function prepended(first: Uint8Array, source: ByteSource): ByteSource {
  let waiting: Uint8Array | null = first;
  return () => {
    const chunk = waiting ?? source();
    waiting = null;
    return chunk;
  };
}

function rewritten(first: Uint8Array, source: ByteSource, encoding: string, part: string): ByteSource {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const chunks = prepended(first, source);
  let finished = false;
  return () => {
    while (!finished) {
      const chunk = chunks();
      finished = chunk === null;
      const bytes = Buffer.from(decoded(decoder, chunk, part));
      if (bytes.length > 0) return bytes;
    }
    return null;
  };
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | null, part: string): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return damaged(part);
  }
}
