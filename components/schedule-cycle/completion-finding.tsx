import { KeyFindings } from "#components/ui/key-finding.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatShare } from "#lib/platform/format/number.ts";
import type { Completion } from "#lib/schedule/cycle/rules.ts";
import type { Locale } from "#messages/load.ts";

/** How much of the plan is done, as a sentence with its share, and what is overdue. */
export function CompletionFinding(props: {
  t: Translate;
  locale: Locale;
  completion: Completion;
  overdue: number;
}) {
  const { t, locale, completion, overdue } = props;
  const share = completionShare(completion, locale);
  const findings = [
    {
      key: "done",
      text: t("cycle.finding", { ...completion, share: share === null ? "" : `\u00a0(${share})` }),
    },
    ...(overdue > 0 ? [{ key: "overdue", text: t("cycle.overdue", { count: overdue }) }] : []),
  ];
  return (
    <>
      <KeyFindings findings={findings} />
      <p className="max-w-measure text-small text-ink-2">{t("cycle.how")}</p>
    </>
  );
}

/** The share in words; null when nothing is due yet. */
export function completionShare({ done, due }: Completion, locale: Locale): string | null {
  return formatShare(done, due, { locale, decimals: 0 });
}
