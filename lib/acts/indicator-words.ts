import type { Translate } from "#messages/translate.ts";
import { addressees, instruments, performers, sources } from "../indicators/vocabulary.ts";
import { formatNumber } from "../platform/format/number.ts";
import type { MeasuredIndicator } from "./catalogue-reads.ts";
import type { ActObject } from "./contents.ts";
import type { ActIndicator } from "./facts.ts";

type Locale = "ru" | "uk";

/** An indicator in the words of the act's language. */
export function indicatorWords(one: MeasuredIndicator, say: Translate, locale: Locale): ActIndicator {
  const { version } = one;
  // A code of the vocabulary has a name; anything else is the unit's own words.
  const word = (list: readonly string[], kind: string, text: string) =>
    list.includes(text) ? say(`indicators.${kind}.${text}`) : text;
  return {
    id: one.id,
    code: one.code,
    name: locale === "uk" ? version.nameUk || version.name : version.name,
    object: version.object as ActObject,
    unit: say(`indicators.units.${version.unit}`),
    formula: locale === "uk" ? version.definitionUk || version.definition : version.definition,
    source: word(sources, "sources", version.source),
    instrument: word(instruments, "instruments", version.instrument),
    period: say(`indicators.periods.${version.period}`),
    performer: word(performers, "performers", version.performer),
    addressees: version.addressees.map((text) => word(addressees, "addressees", text)),
    levels: levelsOf(one, say, locale),
  };
}

function levelsOf({ borders, version }: MeasuredIndicator, say: Translate, locale: Locale): string {
  if (borders === null) return say("acts.levels.none");
  const number = (value: number) => formatNumber(value, { locale, decimals: version.decimals });
  return say(version.direction === "down" ? "acts.levels.down" : "acts.levels.up", {
    optimal: number(borders.optimal),
    sufficient: number(borders.sufficient),
    acceptable: number(borders.acceptable),
  });
}
