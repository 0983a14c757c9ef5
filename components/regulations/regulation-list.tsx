import type { RegulationRow } from "#lib/regulations/view.ts";
import { editionLine, type Words } from "./words.ts";

/** Regulations one under another: name, whose, which edition. */
export function RegulationList({
  words,
  rows,
  href = (slug) => `/regulations/${slug}`,
  access = true,
}: {
  words: Words;
  rows: readonly RegulationRow[];
  href?: (slug: string) => string;
  /** say whether everybody may read it */
  access?: boolean;
}) {
  const { t } = words;
  return (
    <ul className="grid">
      {rows.map((row) => (
        <li key={row.id} className="border-t border-line py-3">
          <a href={href(row.slug)} className="inline-flex min-h-11 items-center font-semibold">
            {row.title}
          </a>
          <p className="text-small text-ink-2">
            {[
              t(`regulations.kind.${row.kind}`),
              row.unit,
              editionLine(words, row.edition),
              access ? t(`regulations.row.${row.public ? "public" : "internal"}`) : "",
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
