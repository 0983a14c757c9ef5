import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/ui/facts.tsx";
import type { IndicatorVersionView } from "#lib/indicators/shapes.ts";
import { isUnit, units } from "#lib/indicators/units.ts";
import { dayText, formulaText, type IndicatorWords } from "#lib/indicators/view.ts";
import { FormulaWords } from "./formula-words.tsx";

interface Props {
  words: IndicatorWords;
  version: IndicatorVersionView;
  today: string;
}

/** «Как считается»: the formula in signs, its parts, and how a municipality's value follows. */
export function HowSection({ words, version, today }: Props) {
  const { t } = words;
  const unit = isUnit(version.unit) ? units[version.unit] : units.ratio;
  const formula = formulaText(version, unit.multiplier);
  const dates = {
    version: version.version,
    from: dayText(words, version.effectiveFrom),
    to: version.effectiveTo === null ? "none" : dayText(words, version.effectiveTo),
  };
  const state =
    version.status === "draft" ? "howDraft" : version.effectiveFrom > today ? "howAhead" : "howLead";
  if (!unit.measured)
    return (
      <Section id="how" title={t("indicators.page.how")} lead={t(`indicators.page.${state}`, dates)}>
        <p>{t("indicators.page.headingNote")}</p>
      </Section>
    );
  const code = (text: string) => <code className="break-words">{text}</code>;
  const parts = [
    ["numerator", version.numerator],
    ["denominator", version.denominator],
    ["condition", version.condition],
  ] as const;
  return (
    <Section id="how" title={t("indicators.page.how")} lead={t(`indicators.page.${state}`, dates)}>
      <div className="formula grid gap-1">
        <p className="break-words">{formula ?? t("indicators.page.noFormula")}</p>
        {unit.counted ? <p className="text-small text-ink-2">{t("indicators.page.countedNote")}</p> : null}
      </div>
      <Facts
        facts={[
          ...parts.flatMap(([key, text]) =>
            text === null ? [] : [{ key, term: t(`indicators.page.${key}`), value: code(text) }],
          ),
          {
            key: "aggregation",
            term: t("indicators.page.aggregation"),
            value: (
              <>
                {t(`indicators.aggregations.${version.aggregation}`)}
                <span className="block text-small text-ink-2">
                  {t(`indicators.aggregationHints.${version.aggregation}`)}
                </span>
              </>
            ),
          },
        ]}
      />
      <FormulaWords t={t} texts={[version.numerator, version.denominator, version.condition]} />
    </Section>
  );
}
