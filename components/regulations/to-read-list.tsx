import type { ToRead } from "#lib/regulations/reading-queries.ts";
import type { Words } from "./words.ts";

/** Documents that wait to be read by this person, for the desk. */
export function ToReadList({ t, day, rows }: Pick<Words, "t" | "day"> & { rows: readonly ToRead[] }) {
  return (
    <ul className="grid gap-2">
      {rows.map(({ editionId, slug, title, dueOn, late }) => (
        <li key={editionId} className="border-l-4 border-line-strong pl-4">
          <a href={`/regulations/${slug}?edition=${editionId}`} className="inline-flex min-h-11 items-center">
            {title}
          </a>{" "}
          <span className="text-small text-ink-2">
            {t(`regulations.reading.${late ? "deskLate" : "deskRow"}`, { day: day(dueOn) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
