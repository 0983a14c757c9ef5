import type { ClauseHit } from "#lib/regulations/view.ts";
import { Snippet } from "./snippet.tsx";
import type { Words } from "./words.ts";

/** Clauses that a search found, each with the words around what was met. */
export function HitList({
  words: { t },
  hits,
  href,
}: {
  words: Words;
  hits: readonly ClauseHit[];
  href: (hit: ClauseHit) => string;
}) {
  return (
    <ul className="grid">
      {hits.map((hit) => (
        <li key={`${hit.regulationId} ${hit.clauseKey}`} className="border-t border-line py-3">
          <a href={href(hit)} className="inline-flex min-h-11 items-center font-semibold">
            {hit.number === ""
              ? t("regulations.clause.titleNone")
              : t("regulations.clause.title", { number: hit.number })}
            {" · "}
            {hit.shortTitle === "" ? hit.title : hit.shortTitle}
            {hit.unit === "" ? "" : `, ${hit.unit}`}
          </a>
          <p className="max-w-measure">
            <Snippet parts={hit.snippet} />
          </p>
        </li>
      ))}
    </ul>
  );
}
