import type { ReactNode } from "react";
import type { ThresholdView } from "#lib/indicators/shapes.ts";
import { dayText, type IndicatorWords, levelTexts, ownerText } from "#lib/indicators/view.ts";
import { RuleTag } from "./rule-tag.tsx";

interface Props {
  words: IndicatorWords;
  /** In force for the reader's unit: its own, else those from above, else those of the portal. */
  threshold: ThresholdView;
  decimals: number;
  /** The unit of the indicator in words. */
  unit: string;
  children?: ReactNode;
}

/** What each level means in numbers, whose borders they are and since when. */
export function LevelLegend({ words, threshold, decimals, unit, children }: Props) {
  const { t } = words;
  const whose = t("indicators.legend.whose", {
    owner: ownerText(words, threshold.owner, threshold.ownerName),
    from: dayText(words, threshold.effectiveFrom),
  });
  return (
    <div className="grid gap-3">
      <dl className="facts">
        {levelTexts(words, threshold, decimals).map(({ level, text }) => (
          <div key={level}>
            <dt>{t(`indicators.levels.${level}`)}</dt>
            <dd>
              {text} ({unit})
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-2">
        {whose}{" "}
        {threshold.citation ? `${t("indicators.legend.ground", { citation: threshold.citation })} ` : ""}
        {t("indicators.legend.rule")}{" "}
        <RuleTag t={t} ruleKind={threshold.ruleKind} needsCheck={threshold.needsCheck} />.{" "}
        {t("indicators.legend.border")}
      </p>
      {children}
    </div>
  );
}
