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

function raise(error: Error): never {
  throw error;
}
