import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { subjectKey } from "../subjects.ts";
import { lessonSubjects } from "./lessons.ts";

/** Codes of subjects by their names in every language of the portal, in capitals: what the portal offers it also reads. */
export function lessonNames(): ReadonlyMap<string, string> {
  return new Map(
    locales.flatMap((locale) => {
      const t = rootTranslator(locale);
      return lessonSubjects.map((code): [string, string] => [t(subjectKey(code)).toUpperCase(), code]);
    }),
  );
}
