import type { Translate } from "#components/ui/translate.ts";
import type { FormWords } from "./action-form.tsx";

/** What a form of works says besides its fields; `save` is the verb of its button. */
export function formWords(t: Translate, save: string): FormWords {
  return { save, saving: t("assessments.form.saving"), cancel: t("assessments.form.cancel") };
}
