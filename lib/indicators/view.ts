import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { formatDay } from "../platform/format/day.ts";
import { formatNumber } from "../platform/format/number.ts";
import type { Owner } from "./owner.ts";
import type { Borders } from "./rules.ts";
import type { IndicatorVersionView } from "./shapes.ts";
import type { ComparedField } from "./version-diff.ts";
import { addressees, instruments, type Level, levels, performers, sources } from "./vocabulary.ts";

/** How the views speak: a translator over all namespaces, the reader's language. */
export interface IndicatorWords {
  readonly t: Translate;
  readonly locale: Locale;
}

interface Named {
  name: string;
  nameUk: string;
}

/** The name in the reader's language. */
export function indicatorName({ locale }: Pick<IndicatorWords, "locale">, { name, nameUk }: Named): string {
  return locale === "uk" ? nameUk : name;
}

export function indicatorDefinition(
  { locale }: Pick<IndicatorWords, "locale">,
  version: { definition: string; definitionUk: string },
): string {
  return locale === "uk" ? version.definitionUk : version.definition;
}

const lists = { sources, instruments, performers, addressees } as const;

/** A word of a vocabulary in the reader's language; a unit's own words as they are; a dash when nothing is said. */
export function vocabularyText({ t }: IndicatorWords, list: keyof typeof lists, text: string): string {
  if (text === "") return "—";
  return (lists[list] as readonly string[]).includes(text) ? t(`indicators.${list}.${text}`) : text;
}

export function ownerText({ t }: IndicatorWords, owner: Owner, name: string): string {
  return t(`indicators.owners.${owner.kind}`, { name });
}

export function dayText({ locale }: Pick<IndicatorWords, "locale">, day: string): string {
  return formatDay(day, { locale, style: "short" });
}

/** A number of the indicator, with its decimals but without its unit. */
export function plainValue(
  { locale }: Pick<IndicatorWords, "locale">,
  value: number,
  decimals: number,
): string {
  return formatNumber(value, { locale, decimals });
}

/** `2025/26` of a period that begins on 1 September; other periods as two days. */
export function periodText(words: IndicatorWords, start: string, end: string): string {
  const year = Number(start.slice(0, 4));
  if (start.slice(5) === "09-01" && end === `${year + 1}-08-31`)
    return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
  return `${dayText(words, start)} — ${dayText(words, end)}`;
}

/** The whole formula in signs: «(a) / (b) × 100», or the numerator alone. Null when there is none. */
export function formulaText(
  version: Pick<IndicatorVersionView, "numerator" | "denominator">,
  multiplier: number,
): string | null {
  const { numerator, denominator } = version;
  if (numerator === null) return null;
  if (denominator === null) return numerator;
  const bracketed = (text: string) => (/[\s?]/.test(text) ? `(${text})` : text);
  const times = multiplier === 1 ? "" : ` × ${multiplier}`;
  return `${bracketed(numerator)} / ${bracketed(denominator)}${times}`;
}

/** What each level means in numbers, best first. */
export function levelTexts(
  words: IndicatorWords,
  { optimal, sufficient, acceptable }: Borders,
  decimals: number,
): { level: Level; text: string }[] {
  const say = (key: string, a: number, b?: number) =>
    words.t(`indicators.legend.${key}`, {
      a: borderText(words, a, decimals),
      b: b === undefined ? "" : borderText(words, b, decimals),
    });
  const falling = optimal > acceptable;
  const texts = falling
    ? [
        say("upOptimal", optimal),
        say("upMiddle", sufficient, optimal),
        say("upMiddle", acceptable, sufficient),
        say("upCritical", acceptable),
      ]
    : [
        say("downOptimal", optimal),
        say("upMiddle", optimal, sufficient),
        say("upMiddle", sufficient, acceptable),
        say("downCritical", acceptable),
      ];
  return levels.map((level, index) => ({ level, text: texts[index] ?? "" }));
}

/** A border with no more decimals than it has. */
export function borderText(
  { locale }: Pick<IndicatorWords, "locale">,
  value: number,
  decimals: number,
): string {
  return formatNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : decimals });
}

/** A field of a version in words, for two versions side by side. */
export function fieldText(
  words: IndicatorWords,
  field: ComparedField,
  version: IndicatorVersionView,
): string {
  const { t } = words;
  switch (field) {
    case "object":
      return t(`indicators.objects.${version.object}`);
    case "unit":
      return t(`indicators.units.${version.unit}`);
    case "direction":
      return t(`indicators.directions.${version.direction}`);
    case "aggregation":
      return t(`indicators.aggregations.${version.aggregation}`);
    case "period":
      return t(`indicators.periods.${version.period}`);
    case "ruleKind":
      return t(`indicators.rules.${version.ruleKind}`);
    case "source":
      return vocabularyText(words, "sources", version.source);
    case "instrument":
      return vocabularyText(words, "instruments", version.instrument);
    case "performer":
      return vocabularyText(words, "performers", version.performer);
    case "addressees":
      return version.addressees.map((text) => vocabularyText(words, "addressees", text)).join(", ") || "—";
    case "dueDays":
      return t("indicators.page.dueDays", { days: version.dueDays });
    case "weight":
      return version.weight === null
        ? "—"
        : formatNumber(version.weight, { locale: words.locale, decimals: 1 });
    default:
      return String(version[field] ?? "—") || "—";
  }
}

/** The name of a compared field. */
export function fieldName({ t }: IndicatorWords, field: ComparedField): string {
  const own: Partial<Record<ComparedField, string>> = {
    name: "form.name",
    nameUk: "form.nameUk",
    definition: "form.definition",
    definitionUk: "form.definitionUk",
    dueDays: "page.due",
    ruleKind: "page.rule",
  };
  return t(`indicators.${own[field] ?? `page.${field}`}`);
}
