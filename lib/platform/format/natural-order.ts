import type { Locale } from "#messages/load.ts";

const collators = new Map<Locale, Intl.Collator>();

/**
 * The order in which people look names up: «Школа № 2» before «Школа № 10», ё beside е, і after и where the locale says so.
 * Names that differ in a letter's case only follow each other, and equal ones keep their order.
 *
 * @example ["№ 10", "№ 2"].sort(naturalCompare("ru")) // ["№ 2", "№ 10"]
 */
export function naturalCompare(locale: Locale): (a: string, b: string) => number {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true });
    collators.set(locale, collator);
  }
  return collator.compare;
}
