import { Fragment } from "react";
import { Icon } from "./icon.tsx";
import type { Translate } from "./translate.ts";

export interface Crumb {
  label: string;
  /** The last one has none: it is this page. */
  href?: string;
}

/** The way here; on a phone only the step back. */
export function Breadcrumbs({ crumbs, t }: { crumbs: readonly Crumb[]; t: Translate }) {
  const back = crumbs.findLast((crumb) => crumb.href !== undefined);
  return (
    <nav aria-label={t("ui.nav.breadcrumbs")} className="text-small print:hidden">
      <ol className="hidden flex-wrap gap-x-2 gap-y-1 sm:flex">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.label}>
            <li>
              {crumb.href ? (
                <a href={crumb.href}>{crumb.label}</a>
              ) : (
                <span aria-current="page">{crumb.label}</span>
              )}
              {index < crumbs.length - 1 ? <span aria-hidden="true"> ›</span> : null}
            </li>
          </Fragment>
        ))}
      </ol>
      {back ? (
        <a href={back.href} className="inline-flex min-h-11 items-center gap-1 sm:hidden">
          <Icon name="chevron-left" small />
          {back.label}
        </a>
      ) : null}
    </nav>
  );
}
