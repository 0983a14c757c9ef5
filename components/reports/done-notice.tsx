import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { DraftView } from "#lib/reports/queries.ts";

interface Props {
  t: Translate;
  draft: DraftView;
  /** What the address says was done; believed only where it is so. */
  asked: { published?: unknown; withdrawn?: unknown };
}

/** Says that an edition was just published or withdrawn, with the way to see it as everybody does. */
export function DoneNotice({ t, draft, asked }: Props) {
  for (const done of ["published", "withdrawn"] as const) {
    const edition = draft.editions.find((one) => String(one.edition) === asked[done]);
    if (!edition || (edition.withdrawn !== null) !== (done === "withdrawn")) continue;
    const address = `/reports/${draft.slug}/${edition.edition}`;
    return (
      <Notice kind="ok" t={t} role="status" title={t(`reports.done.${done}`, { edition: edition.edition })}>
        <p>
          <a href={address}>{t("reports.done.open")}</a>
        </p>
      </Notice>
    );
  }
  return null;
}
