import { toCyrillic } from "../../platform/text/look-alikes.ts";
import { plain } from "../../platform/text/plain.ts";

/** м or ж; null for a blank cell; undefined for a text that is neither. */
export function readSex(text: string): "м" | "ж" | null | undefined {
  if (text === "м" || text === "ж") return text;
  const word = toCyrillic(plain(text)).toLowerCase();
  if (word === "" || word === "-" || word === "нет") return null;
  if (/^м(?:\.|уж|уж\.|ужской)?$/.test(word)) return "м";
  return /^ж(?:\.|ен|ен\.|енский)?$/.test(word) ? "ж" : undefined;
}
