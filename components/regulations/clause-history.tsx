import type { ClauseView } from "#lib/regulations/clause-queries.ts";
import { wordDiff } from "#lib/regulations/word-diff.ts";
import { DiffText } from "./comparison.tsx";
import { periodText, type Words } from "./words.ts";

/** A clause through the adopted editions, newest first, each against the one before it. */
export function ClauseHistory({
  words,
  slug,
  history,
}: {
  words: Words;
  slug: string;
  history: ClauseView["history"];
}) {
  const { t } = words;
  if (history.length < 2) return <p className="text-ink-2">{t("regulations.clause.historyOne")}</p>;
  return (
    <ol className="grid gap-4">
      {history.map(({ edition, clause }, index) => {
        const before = history[index + 1]?.clause;
        const same = before !== undefined && before.heading === clause.heading && before.body === clause.body;
        return (
          <li key={edition.id} className="grid max-w-measure gap-1 border-l-4 border-line pl-4">
            <p className="text-small text-ink-2">
              <a
                href={`/regulations/${slug}?edition=${edition.id}`}
                className="inline-flex min-h-6 items-center"
              >
                {t("regulations.page.textOf", { number: edition.number })}
              </a>
              {`, ${periodText(words, edition)}`}
              {before === undefined ? `, ${t("regulations.clause.first")}` : ""}
              {same ? `, ${t("regulations.clause.unchanged")}` : ""}
              {before !== undefined && before.number !== clause.number
                ? `, ${t("regulations.compare.was", { number: before.number || "—" })}`
                : ""}
            </p>
            {before === undefined || same ? null : (
              <p className="whitespace-pre-line">
                <DiffText
                  t={t}
                  parts={wordDiff(
                    `${before.heading} ${before.body}`.trim(),
                    `${clause.heading} ${clause.body}`.trim(),
                  )}
                />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
