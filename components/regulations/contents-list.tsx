import { Fold } from "#components/ui/fold.tsx";
import type { Clause } from "#lib/regulations/schema.ts";
import { clauseAnchor } from "./words.ts";

/** Sections of an edition with links to their places; nothing when there are too few to need it. */
export function ContentsList({ title, clauses }: { title: string; clauses: readonly Clause[] }) {
  const sections = clauses.filter(({ heading, depth }) => heading !== "" && depth <= 2);
  if (sections.length < 4) return null;
  return (
    <Fold summary={title}>
      <ul className="grid gap-1">
        {sections.map(({ key, number, heading, depth }) => (
          <li key={key} className={depth > 1 ? "pl-4" : ""}>
            <a
              href={`#${encodeURIComponent(clauseAnchor(key))}`}
              className="inline-flex min-h-6 items-center"
            >
              {number === "" ? heading : `${number} ${heading}`}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
