import { formatInstant } from "#lib/platform/format/day.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";

/** How these components speak: a translator over all namespaces, the reader's locale, the clock of the centre. */
export interface Words {
  readonly t: Translate & { has(key: string): boolean };
  readonly locale: Locale;
  readonly timeZone: string;
}

/** «22.04.2026, 10:42» */
export function instantText({ locale, timeZone }: Words, instant: string): string {
  return formatInstant(new Date(instant), { locale, timeZone });
}

/** «12 345» */
export function countText({ locale }: Words, count: number): string {
  return formatNumber(count, { locale });
}
