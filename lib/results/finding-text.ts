import { type Locale, loadMessages } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import type { Finding } from "../platform/workbook/finding.ts";

/**
 * A finding as a sentence. Findings about the file itself have their words in `files`, those about forms and cells in
 * `findings`; a code without words is a defect and throws.
 */
export function findingText(locale: Locale, finding: Pick<Finding, "code" | "params">): string {
  const formWords = loadMessages(locale).findings;
  const namespace =
    typeof formWords === "object" && Object.hasOwn(formWords, finding.code) ? "findings" : "files";
  return rootTranslator(locale)(`${namespace}.${finding.code}`, finding.params);
}
