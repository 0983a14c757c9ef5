import { createTranslator } from "use-intl/core";
import type { Translate } from "#components/ui/translate.ts";
import type { Locale, Messages } from "#messages/load.ts";

/** What the forms of works say while a day is chosen: whole namespaces, so that the server's sentences are made in the browser too. */
export interface BrowserWords {
  locale: Locale;
  messages: Messages;
}

/** The same translator as on the server, over the namespaces that came with the page. */
export function browserTranslator({ locale, messages }: BrowserWords): Translate {
  const t = createTranslator({ locale, messages, timeZone: "UTC" });
  return t as unknown as Translate;
}
