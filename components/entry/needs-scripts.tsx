import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { EntryView } from "#lib/entry/queries.ts";

/** Stands where the grid will be until it opens; without scripts it stays, and leads to the form that is filled in elsewhere. */
export function NeedsScripts({ t, entry }: { t: Translate; entry: EntryView }) {
  const { key, school } = entry;
  return (
    <Notice kind="none" t={t} title={t("entry.client.opening")}>
      <p>{t("entry.page.noScript")}</p>
      <p>
        <a href={`/api/imports/template?work=${key.workId}&school=${school.login}&format=xlsx`}>
          {t("entry.page.template")}
        </a>
      </p>
      <p>
        <a href="/results/imports/new">{t("entry.page.upload")}</a>
      </p>
    </Notice>
  );
}
