import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** What the page tells, in one or two sentences. */
  lead?: ReactNode;
  /** Date, edition, state: one small line over the lead. */
  facts?: ReactNode;
  /** At most one primary button. */
  actions?: ReactNode;
}

/** Top of a page: the way here, its name, its meaning. */
export function PageHeader({ t, title, crumbs = [], lead, facts, actions }: Props) {
  return (
    <div className="grid gap-3">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} t={t} /> : null}
      <h1>{title}</h1>
      {facts ? <div className="text-small text-ink-2">{facts}</div> : null}
      {lead ? <div className="max-w-measure">{lead}</div> : null}
      {actions ? <div className="flex flex-wrap gap-x-4 gap-y-2 pt-1 print:hidden">{actions}</div> : null}
    </div>
  );
}
