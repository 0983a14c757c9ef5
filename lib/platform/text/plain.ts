const NEEDS_WORK = /\s{2}|[^\S ]|[\u00ad\u200b-\u200d\u2060]/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;

/**
 * The text of a cell without what only layout needs (forms.md A.4): outer spaces are cut, line breaks, non-breaking and
 * doubled spaces become one space, soft hyphens and zero-width characters go. The stored text stays as it was printed.
 */
export function plain(text: string): string {
  const trimmed = text.trim();
  if (!NEEDS_WORK.test(trimmed)) return trimmed;
  return trimmed.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}
