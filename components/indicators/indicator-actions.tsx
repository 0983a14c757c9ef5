import { LinkButton } from "#components/ui/button.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { PressForm } from "./press-form.tsx";

/** What this reader may do with the indicator itself: go on with its draft, or take it over to change it. */
export function IndicatorActions({
  t,
  indicator,
  href,
}: {
  t: Translate;
  indicator: IndicatorPage;
  href: string;
}) {
  const { mine, canAdapt, versions, adaptations, shown, id } = indicator;
  const draft = versions.some(({ status }) => status === "draft");
  if (mine)
    return (
      <LinkButton kind="primary" href={`${href}/edit`}>
        {t(draft ? "indicators.page.continueDraft" : "indicators.page.edit")}
      </LinkButton>
    );
  if (!canAdapt || adaptations.length > 0 || shown.status !== "adopted") return null;
  return (
    <div className="grid gap-1">
      <PressForm
        press="adapt"
        id="adapt"
        hidden={{ indicatorId: String(id) }}
        label={t("indicators.page.adapt")}
        working={t("indicators.form.saving")}
      />
      <p className="text-small text-ink-2">{t("indicators.page.adaptHint")}</p>
    </div>
  );
}
