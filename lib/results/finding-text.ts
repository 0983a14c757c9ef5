import { type Locale, loadMessages, type Messages } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import type { Finding } from "../platform/workbook/finding.ts";

/**
 * A finding as a sentence. Findings about the file itself have their words in `files`, those about forms and cells in
 * `findings`; a code without words is a defect and throws.
 */
export function findingText(locale: Locale, finding: Pick<Finding, "code" | "params">): string {
  const { findings, exams } = loadMessages(locale);
  const has = (words: Messages[string] | undefined) =>
    typeof words === "object" && Object.hasOwn(words, finding.code);
  const ofExams = typeof exams === "object" ? exams.findings : undefined;
  const namespace = has(findings) ? "findings" : has(ofExams) ? "exams.findings" : "files";
  return rootTranslator(locale)(`${namespace}.${finding.code}`, finding.params);
}
