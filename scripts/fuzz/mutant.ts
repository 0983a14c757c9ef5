import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { inside } from "../setup/places.mjs";
import type { FuzzFile } from "./any-file.ts";

const largestSeed = 60_000;

/** The smaller sample files of the tests. */
export function readSeeds(): FuzzFile[] {
  return ["results-files", "bad-input", "formats"].flatMap((folder) => {
    const root = inside("tests", "fixtures", folder);
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:xlsx|xls|ods|csv|tsv)$/.test(name))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(root, name))) }))
      .filter(({ bytes }) => bytes.length <= largestSeed);
  });
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.nat(40),
  put: fc.uint8Array({ maxLength: 12 }),
});
const pieces = fc.constantFrom(
  "X",
  "-1",
  "99999999999",
  "",
  "<v>",
  "</c>",
  "1E+400",
  "Код участника",
  "&#0;",
  "s",
  "#REF!",
  "\u0000",
  "A1:XFD1048576",
);
const textEdit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), take: fc.nat(20), put: pieces });

/** Sample files damaged in a few places: bytes of the file itself, or texts inside of the parts of a workbook. */
export function mutant(seeds: readonly FuzzFile[]): fc.Arbitrary<FuzzFile> {
  return fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(edit, { maxLength: 4 }),
      fc.array(textEdit, { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([seed, edits, textEdits, inParts]) => ({
      name: seed.name,
      bytes:
        inParts && /\.(?:xlsx|ods)$/.test(seed.name)
          ? damagedParts(seed.bytes, textEdits)
          : damaged(seed.bytes, edits),
    }));
}

function damaged(
  bytes: Uint8Array,
  edits: readonly { at: number; take: number; put: Uint8Array }[],
): Uint8Array {
  let out = [...bytes];
  for (const { at, take, put } of edits) {
    const place = Math.floor(at * out.length);
    out = [...out.slice(0, place), ...put, ...out.slice(place + take)];
  }
  return Uint8Array.from(out);
}

function damagedParts(
  bytes: Uint8Array,
  edits: readonly { at: number; take: number; put: string }[],
): Uint8Array {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return bytes;
  }
  const names = Object.keys(parts).filter((name) => /sheet|shared|styles|workbook|content/i.test(name));
  edits.forEach(({ at, take, put }, i) => {
    const name = names[(i * 7) % Math.max(1, names.length)];
    const part = name === undefined ? undefined : parts[name];
    if (name === undefined || part === undefined) return;
    const text = strFromU8(part);
    const place = Math.floor(at * text.length);
    parts[name] = strToU8(`${text.slice(0, place)}${put}${text.slice(place + take)}`);
  });
  return zipSync(parts, { level: 1 });
}
