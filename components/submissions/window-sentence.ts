import type { Translate } from "#components/ui/translate.ts";
import type { SubmissionView } from "#lib/submissions/queries.ts";

/** Until when results are taken, in a sentence. */
export function windowSentence(
  t: Translate,
  window: SubmissionView["window"],
  day: (day: string) => string,
): string {
  const word = (value: string | null) => (value === null ? "—" : day(value));
  return t(`submissions.page.window.${window.state}`, {
    due: word(window.dueOn),
    closes: word(window.closesOn),
    until: word(window.exceptionUntil),
  });
}
