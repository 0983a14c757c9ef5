import type { DiffPart } from "#lib/regulations/word-diff.ts";

interface Props {
  parts: readonly DiffPart[];
  /** What is said before words that were put in and taken out, for those who hear them. */
  words: { added: string; removed: string };
}

/** A text with what was taken out struck through and what was put in underlined; both are also said in words. Safe in the browser. */
export function DiffParts({ parts, words }: Props) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === "same") return <span key={key}>{text}</span>;
    return kind === "added" ? (
      <ins key={key} className="bg-selected font-semibold">
        <span className="sr-only"> {words[kind]} </span>
        {text}
      </ins>
    ) : (
      <del key={key} className="text-ink-2">
        <span className="sr-only"> {words[kind]} </span>
        {text}
      </del>
    );
  });
}
