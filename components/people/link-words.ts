import type { Translate } from "#components/ui/translate.ts";
import type { LinkWords } from "./one-time-link.tsx";

/** The words around a one-time link, made on the server. */
export function linkWords(t: Translate): LinkWords {
  return {
    title: t("people.link.title"),
    text: t("people.link.text"),
    label: t("people.link.labelPlain"),
    copy: t("people.link.copy"),
    copied: t("people.link.copied"),
  };
}
