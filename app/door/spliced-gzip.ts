import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";

const deflated = promisify(deflateRaw);

/**
 * A text with gaps for one word that is another at each sending (the nonce of a page). Its pieces are packed once; sending it
 * costs no more than writing them one after the other.
 */
export interface GappedText {
  /** The pieces between the gaps, in order; one more than there are gaps. */
  plain: readonly Buffer[];
  /** The same as blocks of DEFLATE that refer to nothing outside themselves. */
  packed: readonly Buffer[];
}

/** Cuts a text wherever the word stands, and packs the pieces beside the event loop. */
export async function gapped(text: string, word: string): Promise<GappedText> {
  const plain = text.split(word).map((piece) => Buffer.from(piece));
  // A full flush ends at a whole byte and forgets what came before, so whatever may follow.
  const options = { level: 6, finishFlush: constants.Z_FULL_FLUSH };
  return { plain, packed: await Promise.all(plain.map((piece) => deflated(piece, options))) };
}

/** The text with a word in its gaps, unpacked. */
export function filled({ plain }: GappedText, word: string): Buffer {
  return Buffer.concat(between(plain, Buffer.from(word)));
}

/** The text with a word in its gaps as one member of a gzip file (RFC 1952). The word takes at most 65,535 bytes. */
export function filledGzip({ plain, packed }: GappedText, word: string): Buffer {
  const letters = Buffer.from(word);
  const stored = Buffer.concat([storedBlock(0, letters.length), letters]);
  const end = Buffer.alloc(8);
  let sum = 0;
  let length = 0;
  for (const piece of between(plain, letters)) {
    sum = crc32(piece, sum);
    length += piece.length;
  }
  end.writeUInt32LE(sum, 0);
  end.writeUInt32LE(length >>> 0, 4);
  return Buffer.concat([GZIP_HEAD, ...between(packed, stored), storedBlock(1, 0), end]);
}

/** Magic number, method 8, no flags, no time, no extra flags, unknown system (RFC 1952 §2.3). */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** The head of a stored block (RFC 1951 §3.2.4), which starts at a whole byte here; `last` ends the stream. */
function storedBlock(last: 0 | 1, length: number): Buffer {
  const head = Buffer.alloc(5);
  head[0] = last;
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(length ^ 0xffff, 3);
  return head;
}

function between(pieces: readonly Buffer[], word: Buffer): Buffer[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [word, piece]));
}
