import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A text as bytes, plain and packed, ready to be sent many times. */
export interface Packed {
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

/** How an answer is packed; `plain` is not packed at all. */
export type Packing = keyof Packed;

const brotli = promisify(brotliCompress);
const deflated = promisify(gzip);

/** Packs a text as tightly as it goes, beside the event loop: it is done once for many answers. */
export async function pack(text: string): Promise<Packed> {
  const plain = Buffer.from(text);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [gzipped, br] = await Promise.all([deflated(plain, { level: 9 }), brotli(plain, { params })]);
  return { plain, gzip: gzipped, br };
}

/** The tightest packing that a reader understands, by `Accept-Encoding` (RFC 9110 §12.5.3). */
export function packingFor(accepted: string | undefined): Packing {
  const weights = new Map<string, number>();
  for (const part of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith("q="));
    if (name !== "") weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const isTaken = (name: string) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return isTaken("br") ? "br" : isTaken("gzip") ? "gzip" : "plain";
}
