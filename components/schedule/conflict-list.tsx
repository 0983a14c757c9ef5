import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { clauseOf } from "#lib/schedule/load/clauses.ts";
import { describeConflict } from "#lib/schedule/load/sentence.ts";
import type { Conflict } from "#lib/schedule/load/shapes.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import type { Locale } from "#messages/load.ts";
import { conflictId } from "./conflict-mark.tsx";

interface Props {
  t: Translate;
  locale: Locale;
  conflicts: readonly Conflict[];
  /** Marks on the page lead here: each conflict gets its address. Only one list of a page may have them. */
  anchors?: boolean;
  /** The regulation whose clauses the rules quote, if the library has it. */
  letter?: string | null;
  /** Where a work of the conflict stands on the page, with its name; null when it is not shown there. */
  place?: (work: string) => { href: string; label: string } | null | undefined;
}

/** What the rules say, each with the clause quoted and links to the works that stand against each other. */
export function ConflictList({ t, locale, conflicts, anchors = false, letter = null, place }: Props) {
  return (
    <ul className="grid gap-4">
      {conflicts.map((conflict) => {
        const words = describeConflict(t, locale, conflict, (code) => t(subjectKey(code)));
        const links = place ? conflict.works.flatMap((work) => place(work) ?? []) : [];
        return (
          <li
            key={conflict.key}
            id={anchors ? conflictId(conflict.key) : undefined}
            className="grid max-w-measure gap-1 border-l-4 border-line-strong pl-4"
          >
            <p className="flex flex-wrap gap-x-3 gap-y-1">
              <Status kind={conflict.weight === "conflict" ? "risk" : "warn"} t={t} word={words.badge} />
              <span>{words.sentence}</span>
            </p>
            <p className="text-small text-ink-2">
              {letter !== null && clauseOf[conflict.rule].document === "letter" ? (
                <>
                  <a href={`/regulations/${letter}/clauses/${clauseOf[conflict.rule].code}`}>
                    {t("schedule.toClause")}
                  </a>{" "}
                </>
              ) : null}
              {t("schedule.clause", {
                text: words.clause,
                document: words.document,
                certainty: words.certainty,
              })}
            </p>
            {links.length > 0 ? (
              <p className="flex flex-wrap gap-x-4 gap-y-1 text-small">
                {links.map(({ href, label }) => (
                  <a key={href} href={href}>
                    {label}
                  </a>
                ))}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
