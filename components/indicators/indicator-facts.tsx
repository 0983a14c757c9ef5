import { Facts } from "#components/ui/facts.tsx";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { fieldText, type IndicatorWords, ownerText } from "#lib/indicators/view.ts";
import { RuleTag } from "./rule-tag.tsx";

/** Everything that an indicator says of itself beside its formula. */
export function IndicatorFacts({ words, indicator }: { words: IndicatorWords; indicator: IndicatorPage }) {
  const { t, locale } = words;
  const { shown } = indicator;
  const plain = (["object", "unit", "decimals", "direction"] as const).map((field) =>
    fact(words, field, indicator),
  );
  const collected = (["period", "dueDays", "source", "instrument", "performer", "addressees"] as const).map(
    (field) => fact(words, field, indicator),
  );
  const rule = (
    <>
      <RuleTag t={t} ruleKind={shown.ruleKind} needsCheck={shown.needsCheck} />
      <span className="block text-small text-ink-2">
        {t(shown.needsCheck ? "indicators.checkHint" : `indicators.ruleHints.${shown.ruleKind}`)}
      </span>
    </>
  );
  const other = (
    <>
      <span lang={locale === "uk" ? "ru" : "uk"}>{locale === "uk" ? shown.name : shown.nameUk}</span>
    </>
  );
  return (
    <Facts
      facts={[
        ...plain,
        ...collected,
        { key: "rule", term: t("indicators.page.rule"), value: rule },
        ...(shown.weight === null ? [] : [fact(words, "weight", indicator)]),
        {
          key: "owner",
          term: t("indicators.page.owner"),
          value: ownerText(words, indicator.owner, indicator.ownerName),
        },
        {
          key: "family",
          term: t("indicators.page.family"),
          value: t(`indicators.families.${indicator.family}`),
        },
        { key: "other", term: t("indicators.page.otherName"), value: other },
      ]}
    />
  );
}

function fact(
  words: IndicatorWords,
  field:
    | "object"
    | "unit"
    | "decimals"
    | "direction"
    | "period"
    | "dueDays"
    | "source"
    | "instrument"
    | "performer"
    | "addressees"
    | "weight",
  { shown }: IndicatorPage,
) {
  const term = words.t(`indicators.page.${field === "dueDays" ? "due" : field}`);
  return { key: field, term, value: fieldText(words, field, shown) };
}
