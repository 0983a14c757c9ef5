import type { Translate } from "#components/ui/translate.ts";
import type { ClauseDiff } from "#lib/regulations/compare.ts";
import type { DiffPart } from "#lib/regulations/word-diff.ts";
import { DiffParts } from "./diff-parts.tsx";
import { clauseHref } from "./words.ts";

const edges = {
  added: "border-ok",
  removed: "border-risk",
  changed: "border-warn",
  same: "border-line",
} as const;

/** Two editions clause by clause; each says in words what happened to it, and inside the words that went and came are marked. */
export function Comparison({ t, slug, diffs }: { t: Translate; slug: string; diffs: readonly ClauseDiff[] }) {
  return (
    <ol className="grid gap-4">
      {diffs.map((diff) => (
        <li key={diff.key} className={`grid max-w-measure gap-1 border-l-4 pl-4 ${edges[diff.change]}`}>
          <p className="text-small text-ink-2">
            <a href={clauseHref(slug, diff.key)} className="inline-flex min-h-6 items-center">
              {label(t, diff.after?.number ?? diff.before?.number ?? "")}
            </a>
            {" · "}
            <strong>
              {t(`regulations.compare.${diff.moved && diff.change === "same" ? "moved" : diff.change}`)}
            </strong>
            {diff.moved && diff.before && diff.before.number !== diff.after?.number
              ? ` (${t("regulations.compare.was", { number: diff.before.number || "—" })})`
              : ""}
          </p>
          {diff.heading.length > 0 ? (
            <p className="font-semibold">
              <DiffText t={t} parts={diff.heading} />
            </p>
          ) : null}
          {diff.body.length > 0 ? (
            <p className="whitespace-pre-line">
              <DiffText t={t} parts={diff.body} />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** A text with what was taken out and put in marked, in the words of the comparison. */
export function DiffText({ t, parts }: { t: Translate; parts: readonly DiffPart[] }) {
  const words = { added: t("regulations.compare.insWord"), removed: t("regulations.compare.delWord") };
  return <DiffParts parts={parts} words={words} />;
}

function label(t: Translate, number: string): string {
  return number === "" ? t("regulations.clause.titleNone") : t("regulations.clause.title", { number });
}
