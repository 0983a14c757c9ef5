import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import type { Translate } from "#components/ui/translate.ts";

export const LOCALES = ["ru", "uk"] as const;
export type Locale = (typeof LOCALES)[number];

function read(locale: Locale, namespace: string): unknown {
  return JSON.parse(readFileSync(`messages/${locale}/${namespace}.json`, "utf8"));
}

/** The translator that pages hand to components; a sentence that is missing or badly written fails the test. */
export function translator(locale: Locale): Translate {
  const messages = { ui: read(locale, "ui"), charts: read(locale, "charts") } as unknown as Record<
    string,
    never
  >;
  const t = createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => t(key as never, values as never);
}
