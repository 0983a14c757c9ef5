/** What the first bytes say a file is. Its name is never believed. */
export type FileNature = "zip" | "ole" | "oldExcel" | "markup" | "binary" | "text";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Workbooks of the program's versions 2–4: a bare stream of records. */
const BARE_RECORDS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];
const BINARIES = [
  "%PDF",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b",
  "BM",
  "{\\rtf",
  "MZ",
];
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|head|meta|body|table|div|style|!--)/i;
const LOOKED_AT = 4096;
/** A damaged table has a stray control byte here and there; every tenth byte is no table. */
const CONTROL_SHARE = 0.1;

/** Tells by content what the file is; `text` still has to be decoded. */
export function sniff(bytes: Uint8Array): FileNature {
  if (startsWith(bytes, OLE)) return "ole";
  if (ZIPS.some((magic) => startsWith(bytes, magic))) return "zip";
  if (BARE_RECORDS.some((magic) => startsWith(bytes, magic))) return "oldExcel";
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1");
  if (MARKUP.test(head)) return "markup";
  if (BINARIES.some((magic) => head.startsWith(magic)) && hasControls(bytes, 0)) return "binary";
  return hasUtf16Zeros(bytes) || !hasControls(bytes, CONTROL_SHARE) ? "text" : "binary";
}

/** An OLE container holds an encrypted workbook, an old workbook or something else; the names of its streams are UTF-16. */
export function natureOfOle(bytes: Uint8Array): "encrypted" | "oldExcel" | "other" {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.includes("EncryptedPackage", 0, "utf16le")) return "encrypted";
  const isBook = all.includes("Workbook\0", 0, "utf16le") || all.includes("Book\0", 0, "utf16le");
  return isBook ? "oldExcel" : "other";
}

/** UTF-16 of Latin or Cyrillic text: nearly every other byte is 0 or 4. */
export function hasUtf16Zeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  if (length < 4) return null;
  const high = [0, 0];
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0 || bytes[at] === 4) high[at % 2]! += 1;
  }
  const enough = (length / 2) * 0.9;
  if (high[1]! >= enough) return "utf-16le";
  return high[0]! >= enough ? "utf-16be" : null;
}

function hasControls(bytes: Uint8Array, share: number): boolean {
  const length = Math.min(bytes.length, LOOKED_AT);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls > length * share;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
