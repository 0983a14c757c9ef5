import type { EntryWords } from "#components/schools/entry.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** What a form of works says besides its fields; `save` is the verb of its button. */
export function formWords(t: Translate, save: string): EntryWords {
  const form = (key: string) => t(`assessments.form.${key}`);
  return { save, saving: form("saving"), refused: form("refused"), cancel: form("cancel") };
}
