import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  ruleKind: string;
  needsCheck: boolean;
}

/** Whose rule it is, in words; what has still to be held against the primary text says so beside it. */
export function RuleTag({ t, ruleKind, needsCheck }: Props) {
  return (
    <span>
      {t(`indicators.rules.${ruleKind}`)}
      {needsCheck ? <span className="status-warn"> — {t("indicators.check")}</span> : null}
    </span>
  );
}
