import { toCyrillic } from "../../platform/text/look-alikes.ts";
import { plain } from "../../platform/text/plain.ts";

const LONGEST_HEADER = 400;

/**
 * The key by which header cells are compared: no case, no difference of ё and е or of look-alike letters, one space,
 * no quotation marks and no closing colon. Texts longer than any known header have the key "" and match nothing.
 */
export function headerKey(text: string): string {
  if (text === "" || text.length > LONGEST_HEADER) return "";
  return toCyrillic(plain(text).toUpperCase())
    .replaceAll("Ё", "Е")
    .replace(/["'«»„“”]/g, "")
    .replace(/\s*:$/, "");
}
