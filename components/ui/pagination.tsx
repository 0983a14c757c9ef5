import type { Translate } from "./translate.ts";

interface Props {
  t: Translate;
  /** 1-based. */
  page: number;
  pages: number;
  href: (page: number) => string;
}

/** Which numbers stand in the row: the ends, the page and its neighbours; `null` is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}

/** Pages of a long list as plain links. Nothing when all fits on one. */
export function Pagination({ t, page, pages, href }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("ui.pages.label")} className="print:hidden">
      <ul className="pages">
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {t("ui.pages.previous")}
            </a>
          </li>
        ) : null}
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span>…</span>
            ) : (
              <a
                href={href(number)}
                aria-current={number === page ? "page" : undefined}
                aria-label={t("ui.pages.page", { page: number, pages })}
              >
                {number}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {t("ui.pages.next")}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
