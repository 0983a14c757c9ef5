import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { RegulationRow } from "#lib/regulations/view.ts";
import type { Locale } from "#messages/load.ts";

/** How pages of regulations speak: sentences, and days of the calendar in figures. */
export interface Words {
  t: Translate;
  locale: Locale;
  day: (day: string) => string;
}

export function wordsOf(t: Translate, locale: Locale): Words {
  return { t, locale, day: (day) => formatDay(day, { locale }) };
}

/** Which edition of a regulation stands in the library, in a sentence. */
export function editionLine({ t, day }: Words, edition: RegulationRow["edition"]): string {
  if (!edition) return t("regulations.row.nothing");
  const { number, effectiveFrom: from, effectiveTo: to, state } = edition;
  return t(`regulations.row.${state}`, { number, from: from ? day(from) : "", to: to ? day(to) : "" });
}

/** «с 01.09.2026 по 31.08.2027» */
export function periodText(
  { t, day }: Words,
  { effectiveFrom, effectiveTo }: { effectiveFrom: string | null; effectiveTo: string | null },
): string {
  if (effectiveFrom === null) return t("regulations.edition.periodNone");
  const from = day(effectiveFrom);
  return effectiveTo === null
    ? t("regulations.edition.periodOpen", { from })
    : t("regulations.edition.periodClosed", { from, to: day(effectiveTo) });
}

/** What a form says besides its fields. */
export function formWords(t: Translate, save: string) {
  return { save, saving: t("regulations.form.saving"), cancel: t("regulations.form.cancel") };
}

/** The address of a clause; keys hold letters of any alphabet. */
export function clauseHref(slug: string, key: string): string {
  return `/regulations/${slug}/clauses/${encodeURIComponent(key)}`;
}

/** The place of a clause on the page of its edition. */
export function clauseAnchor(key: string): string {
  return `p-${key}`;
}
