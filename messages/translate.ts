import { createTranslator } from "use-intl/core";
import { type Locale, loadMessages } from "./load.ts";

/** A sentence by key; keys are relative to the namespace that the translator was made for, if it was made for one. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * A translator outside of Next's requests: public pages without scripts, exports, the command line, tests.
 * A missing key is a defect and throws.
 */
export function translator(locale: Locale, namespace?: string): Translate {
  const where = namespace === undefined ? {} : { namespace };
  const t = createTranslator({ locale, messages: loadMessages(locale), ...where, timeZone: "UTC", onError: raise });
  return t as unknown as Translate;
}

const roots = new Map<Locale, Translate>();

/** The same over all namespaces: `t("ui.status.ok")`. For components that are drawn outside of Next's pages. */
export function rootTranslator(locale: Locale): Translate {
  const known = roots.get(locale);
  if (known) return known;
  const t = createTranslator({ locale, messages: loadMessages(locale), timeZone: "UTC", onError: raise });
  roots.set(locale, t as unknown as Translate);
  return t as unknown as Translate;
}

function raise(error: Error): never {
  throw error;
}
