import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { OrphanClauses } from "#lib/regulations/clause-queries.ts";
import { clauseHref } from "./words.ts";

const SHOWN = 140;

/** Clauses on which nothing stands, by regulation. */
export function OrphanList({ t, regulations }: { t: Translate; regulations: readonly OrphanClauses[] }) {
  return regulations.map(({ regulation, orphans, total }) => {
    const name = [`«${regulation.title}»`, regulation.unit].filter((part) => part !== "").join(", ");
    const counted = t("regulations.orphans.of", { orphans: orphans.length, total });
    if (orphans.length === 0)
      return (
        <p key={regulation.id}>
          <a href={`/regulations/${regulation.slug}`}>{name}</a>: {t("regulations.orphans.allLinked")}
        </p>
      );
    return (
      <Fold key={regulation.id} summary={`${name}: ${counted}`}>
        <ul className="grid gap-1">
          {orphans.map(({ key, number, heading, body }) => (
            <li key={key} className="max-w-measure">
              <a
                href={clauseHref(regulation.slug, key)}
                className="inline-flex min-h-6 items-center font-semibold"
              >
                {number === ""
                  ? t("regulations.clause.crumbNone")
                  : t("regulations.clause.crumb", { number })}
              </a>{" "}
              {shortened(heading === "" ? body : heading)}
            </li>
          ))}
        </ul>
      </Fold>
    );
  });
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s+\S*$/, "")}…` : text;
}
