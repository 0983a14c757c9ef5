import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { RegistryCounts } from "#lib/schools/registry-counts.ts";
import type { Locale } from "#messages/load.ts";
import { RegistryCountsList } from "./registry-counts.tsx";

/** After a registry was loaded: what changed, and where to go. */
export function AppliedDraft({
  t,
  locale,
  counts,
}: {
  t: Translate;
  locale: Locale;
  counts: RegistryCounts;
}) {
  return (
    <>
      <Notice kind="ok" t={t} role="status" title={t("schools.review.applied")} />
      <RegistryCountsList t={t} locale={locale} counts={counts} applied />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/registry" kind="primary">
          {t("schools.review.toList")}
        </LinkButton>
        <LinkButton href="/registry/import">{t("schools.review.again")}</LinkButton>
      </div>
    </>
  );
}
