import type { Translate } from "#components/ui/translate.ts";
import type { Words } from "#lib/insights/words.ts";

/** How a public page speaks to the one who reads it, and how its links keep the language. */
export interface Reader extends Words {
  t: Translate;
  /** The same address in the reader's language; `path` may have a query of its own. */
  link(path: string): string;
}

/** A reader without cookies: the language stands in the address, and Russian needs no words there. */
export function readerOf(words: Words): Reader {
  return { ...words, link: (path) => inLanguage(path, words.locale) };
}

/** An address of the public side in a language. */
export function inLanguage(path: string, locale: "ru" | "uk"): string {
  if (locale === "ru") return path;
  const [before = "", anchor] = path.split("#");
  const address = `${before}${before.includes("?") ? "&" : "?"}lang=uk`;
  return anchor === undefined ? address : `${address}#${anchor}`;
}
