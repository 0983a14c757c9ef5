import { damaged, refuse } from "./refused.ts";

/** One line of the archive's table of contents. Sizes are what the archive claims. */
export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packedSize: number;
  size: number;
  localHeader: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_RECORD = 0x06064b50;
const DIRECTORY_LINE = 0x02014b50;
const DIRECTORY_LINE_BYTES = 46;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;
const DIRECTORY = "zip";
/** A workbook has some dozens of parts; thousands of pictures are possible, a million lines are an attack. */
const MOST_ENTRIES = 20_000;

/** The comparison form of a part's name. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/**
 * Reads the table of contents at the end of a zip archive (APPNOTE 6.3, sections 4.3.12–4.3.16), zip64 included.
 * A missing end means that the file was not copied to its end. Two parts of one name are refused: programs disagree
 * which of them counts.
 */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > MOST_ENTRIES) damaged(DIRECTORY);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + DIRECTORY_LINE_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_LINE)
      damaged(DIRECTORY);
    const nameEnd = at + DIRECTORY_LINE_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) damaged(DIRECTORY);
    const entry: ZipEntry = {
      name: decoder.decode(bytes.subarray(at + DIRECTORY_LINE_BYTES, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    };
    takeZip64Sizes(view, entry, nameEnd, extraEnd);
    const key = partKey(entry.name);
    if (entries.has(key)) damaged(DIRECTORY);
    entries.set(key, entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const last = view.byteLength - END_RECORD_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return count === 0xffff || offset === IN_ZIP64 ? findZip64Directory(view, at) : { count, offset };
  }
  return refuse("cutOffWorkbook");
}

function findZip64Directory(view: DataView, endRecord: number): { count: number; offset: number } {
  const locator = endRecord - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) damaged(DIRECTORY);
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== ZIP64_END_RECORD) damaged(DIRECTORY);
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  };
}

/** Some writers (Java's among them) always put sizes into the zip64 field, in the order of the fields that lack them. */
function takeZip64Sizes(view: DataView, entry: ZipEntry, from: number, until: number): void {
  for (let at = from; at + 4 <= until; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    let field = at + 4;
    for (const key of ["size", "packedSize", "localHeader"] as const) {
      if (entry[key] !== IN_ZIP64) continue;
      if (field + 8 > until) damaged(DIRECTORY);
      entry[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
}
