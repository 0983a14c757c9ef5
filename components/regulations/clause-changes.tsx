import { Notice } from "#components/ui/notice.tsx";
import type { ClauseView } from "#lib/regulations/clause-queries.ts";
import type { Clause } from "#lib/regulations/schema.ts";
import { wordDiff } from "#lib/regulations/word-diff.ts";
import { DiffText } from "./comparison.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  slug: string;
  clause: Clause;
  draft: ClauseView["draft"];
  /** How many things stand on the clause. */
  linked: number;
  editionId: number;
}

/** What changes if this clause changes: said when a draft does change it, to those who see the draft. */
export function ClauseChanges({ words: { t }, slug, clause, draft, linked, editionId }: Props) {
  if (!draft || draft.edition.id === editionId) return null;
  const after = draft.clause;
  const { number } = draft.edition;
  if (after && after.heading === clause.heading && after.body === clause.body) return null;
  return (
    <Notice
      kind="warn"
      t={t}
      title={t(`regulations.clause.${after ? "affected" : "affectedRemoved"}`, { number })}
    >
      {after ? (
        <p className="whitespace-pre-line">
          <DiffText t={t} parts={wordDiff(textOf(clause), textOf(after))} />
        </p>
      ) : null}
      <p>{t("regulations.clause.affectedLead", { count: linked })}</p>
      <p>
        <a href={`/regulations/${slug}/compare?from=${editionId}&to=${draft.edition.id}`}>
          {t("regulations.draft.compare")}
        </a>
      </p>
    </Notice>
  );
}

function textOf({ heading, body }: Clause): string {
  return [heading, body].filter((part) => part !== "").join("\n");
}
