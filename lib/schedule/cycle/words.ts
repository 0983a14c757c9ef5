import type { Translate } from "#messages/translate.ts";
import { templateLine } from "./template.ts";

/** A line's words as they are stored: empty where the template's hold. */
export interface StoredWords {
  readonly code: string;
  readonly title: string;
  readonly output: string;
  readonly basis: string;
}

/** A line in words: the school's own, else the template's in the reader's language. `t` is a translator over all namespaces. */
export function itemWords(t: Translate, item: StoredWords): { title: string; output: string; basis: string } {
  const line = templateLine(item.code);
  if (!line) return { title: item.title, output: item.output, basis: item.basis };
  return {
    title: item.title || t(`cycle.template.${line.code}.title`),
    output: item.output || t(`cycle.template.${line.code}.output`),
    basis: item.basis || t(`cycle.basis.${line.basis}`),
  };
}

/** What to store of edited words: nothing where they are still the template's, so that both languages keep theirs. */
export function ownWords(
  t: Translate,
  code: string,
  words: { title: string; output: string; basis: string },
): { title: string; output: string; basis: string } {
  const template = itemWords(t, { code, title: "", output: "", basis: "" });
  const own = (name: "title" | "output" | "basis") => (words[name] === template[name] ? "" : words[name]);
  return { title: own("title"), output: own("output"), basis: own("basis") };
}
