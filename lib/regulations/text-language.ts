/** Letters that only one of the two languages has. */
const RUSSIAN = /[ыэъё]/gi;
const UKRAINIAN = /[іїєґ]/gi;

/**
 * The language of an act's text, told by its letters, for those who hear the page; null when nothing tells.
 * The portal's own words follow the reader, the text of an act stays as it was adopted.
 */
export function textLanguage(texts: readonly string[]): "ru" | "uk" | null {
  const all = texts.join(" ");
  const russian = all.match(RUSSIAN)?.length ?? 0;
  const ukrainian = all.match(UKRAINIAN)?.length ?? 0;
  if (russian === ukrainian) return null;
  return russian > ukrainian ? "ru" : "uk";
}
