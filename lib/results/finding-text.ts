import { type Locale, loadMessages, type Messages } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import type { Finding } from "../platform/workbook/finding.ts";

/**
 * A finding as a sentence. Findings about the file itself have their words in `files`, those about forms and cells in
 * `findings`, those about reports with ready totals in `reported.findings`; a code without words is a defect and throws.
 */
export function findingText(locale: Locale, finding: Pick<Finding, "code" | "params">): string {
  const { findings, reported, exams } = loadMessages(locale);
  const has = (words: Messages[string] | undefined) =>
    typeof words === "object" && Object.hasOwn(words, finding.code);
  const ofReports = typeof reported === "object" ? reported.findings : undefined;
  const ofExams = typeof exams === "object" ? exams.findings : undefined;
  const namespace = has(findings)
    ? "findings"
    : has(ofReports)
      ? "reported.findings"
      : has(ofExams)
        ? "exams.findings"
        : "files";
  return rootTranslator(locale)(`${namespace}.${finding.code}`, finding.params);
}
