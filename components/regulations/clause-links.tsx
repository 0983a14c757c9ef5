import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** One thing that stands on a clause: an indicator, a deadline, a form. */
export interface ClauseLink {
  key: string;
  label: string;
  href?: string;
  /** Beside the name: performer, day, addressee. */
  note?: string;
}

/** Everything of one kind; the title is ready words («Показатели», «Сроки»). */
export interface ClauseLinkGroup {
  key: string;
  title: string;
  links: readonly ClauseLink[];
}

/**
 * What stands on a clause, kind by kind. The page brings the groups: each feature above regulations gives its own rows by the pair
 * of regulation and clause key.
 */
export function ClauseLinks({ t, groups }: { t: Translate; groups: readonly ClauseLinkGroup[] }) {
  const filled = groups.filter(({ links }) => links.length > 0);
  if (filled.length === 0) return <p className="text-ink-2">{t("regulations.clause.standsNone")}</p>;
  return filled.map(({ key, title, links }) => (
    <Fold key={key} open summary={`${title}: ${links.length}`}>
      <ul className="grid gap-1">
        {links.map((link) => (
          <li key={link.key}>
            {link.href ? (
              <a href={link.href} className="inline-flex min-h-6 items-center">
                {link.label}
              </a>
            ) : (
              link.label
            )}
            {link.note ? <span className="text-small text-ink-2"> — {link.note}</span> : null}
          </li>
        ))}
      </ul>
    </Fold>
  ));
}
