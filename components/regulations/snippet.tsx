import type { SnippetPart } from "#lib/regulations/search-words.ts";

/** A found text with what was searched for marked. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, met }, index) => {
    const key = `${index} ${text}`;
    return met ? (
      <mark key={key} className="bg-selected font-semibold text-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
