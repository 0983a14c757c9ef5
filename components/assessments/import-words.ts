import type { Translate } from "#components/ui/translate.ts";
import type { FieldSpec } from "./form-field.tsx";

/** The year that rows of a file may lack. */
export function importFields(t: Translate): FieldSpec[] {
  const say = (key: string) => t(`assessments.import.${key}`);
  return [
    {
      kind: "number",
      name: "year",
      label: say("year"),
      note: t("assessments.form.optional"),
      hint: say("yearHint"),
      width: "tiny",
    },
  ];
}

/** What the review says; sentences with counts come with the review itself. */
export function importWords(t: Translate) {
  const say = (key: string) => t(`assessments.import.${key}`);
  return {
    check: say("check"),
    files: { label: say("files"), hint: say("filesHint"), chosen: say("chosen") },
    tooLarge: { title: t("ui.errors.title", { count: 1 }), text: t("assessments.fields.tooLarge") },
    title: say("reviewTitle"),
    nothing: say("nothing"),
    caption: say("caption"),
    work: say("work"),
    outcome: say("outcome"),
    what: say("what"),
    outcomes: { add: say("willAdd"), change: say("willChange"), stay: say("willStay") },
  };
}
