import { plain } from "../../platform/text/plain.ts";

/** Code and name of one cell, split at the first vertical bar (forms.md D-22). Without a bar the whole text is the code. */
export function splitBar(text: string): { code: string; name: string | null } {
  const bar = text.indexOf("|");
  if (bar < 0) return { code: plain(text), name: null };
  return { code: plain(text.slice(0, bar)), name: plain(text.slice(bar + 1)) || null };
}
