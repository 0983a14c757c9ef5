import { damaged } from "./refused.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));|&/g;
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
const NAMED = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" } as const;

/** The text of these bytes of an XML part: references resolved, line ends as LF, `_x000D_` escapes of the workbook format decoded. */
export function decodeXmlText(bytes: Uint8Array, from: number, to: number): string {
  return unescapeCell(resolveReferences(decodeUtf8(bytes, from, to)));
}

/** The same for the inside of a CDATA section, where `&` means itself. */
export function decodeXmlLiteral(bytes: Uint8Array, from: number, to: number): string {
  return unescapeCell(decodeUtf8(bytes, from, to));
}

function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  try {
    const text = decoder.decode(bytes.subarray(from, to));
    return text.includes("\r") ? text.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : text;
  } catch {
    return damaged("UTF-8");
  }
}

function resolveReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: keyof typeof NAMED) => {
    if (name !== undefined) return NAMED[name];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? "", 10);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : damaged(whole);
  });
}

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): a character that XML cannot hold is written `_xHHHH_`. */
function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
