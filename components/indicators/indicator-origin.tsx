import { Notice } from "#components/ui/notice.tsx";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { indicatorAddress } from "#lib/indicators/owner.ts";
import { type IndicatorWords, indicatorName, ownerText } from "#lib/indicators/view.ts";

/** That this is a local version, and of what; or that a local version of it exists. */
export function IndicatorOrigin({ words, indicator }: { words: IndicatorWords; indicator: IndicatorPage }) {
  const { t } = words;
  const { basedOn, adaptations, owner, ownerName } = indicator;
  if (basedOn === null && adaptations.length === 0) return null;
  return (
    <Notice
      kind="info"
      t={t}
      title={owner.kind === "portal" ? t("indicators.page.adaptedTitle") : ownerText(words, owner, ownerName)}
    >
      {basedOn ? (
        <p>
          <a href={`/indicators/${indicatorAddress(basedOn.code, basedOn.owner)}`}>
            {t("indicators.page.basedOn", {
              name: `${basedOn.code} «${indicatorName(words, basedOn.version)}»`,
              version: basedOn.version.version,
            })}
          </a>
        </p>
      ) : null}
      {adaptations.map((one) => (
        <p key={one.id}>
          <a href={`/indicators/${indicatorAddress(one.code, one.owner)}`}>
            {t("indicators.page.adaptedBy", { list: ownerText(words, one.owner, one.ownerName) })}
          </a>
        </p>
      ))}
    </Notice>
  );
}
