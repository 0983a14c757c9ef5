import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** Stands where the grid will be until it opens; without scripts it stays, and leads to the form that is filled in elsewhere. */
export function NeedsScripts({ t, workId }: { t: Translate; workId: number }) {
  return (
    <Notice kind="none" t={t} title={t("entry.client.opening")}>
      <p>{t("entry.page.noScript")}</p>
      <p>
        <a href={`/api/imports/template?work=${workId}&format=xlsx`}>{t("entry.page.template")}</a>
      </p>
      <p>
        <a href="/results/imports/new">{t("entry.page.upload")}</a>
      </p>
    </Notice>
  );
}
