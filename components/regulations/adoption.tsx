import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { AdoptionPlan } from "#lib/regulations/rules.ts";
import type { Words } from "./words.ts";

/** What adopting would mean: what still stands in the way, what to look at, which edition it ends. */
export function Adoption({ words, plan }: { words: Words; plan: AdoptionPlan }) {
  const { t, day } = words;
  const errors = plan.issues.filter(({ severity }) => severity === "error");
  const warnings = plan.issues.filter(({ severity }) => severity === "warning");
  const lines = (issues: AdoptionPlan["issues"]) => (
    <ul className="grid gap-1">
      {issues.map(({ key, params }) => (
        <li key={`${key} ${params.number ?? ""}`}>{sentence(t, day, key, params)}</li>
      ))}
    </ul>
  );
  return (
    <div className="grid max-w-measure gap-3">
      {errors.length > 0 ? (
        <Notice kind="risk" t={t} title={t("regulations.draft.notReady")}>
          {lines(errors)}
        </Notice>
      ) : (
        <Notice kind="ok" t={t} title={t("regulations.draft.ready")} />
      )}
      {warnings.length > 0 ? (
        <Notice kind="warn" t={t}>
          {lines(warnings)}
        </Notice>
      ) : null}
      {plan.ends ? (
        <p>{t("regulations.draft.ends", { number: plan.ends.number, day: day(plan.ends.on) })}</p>
      ) : null}
    </div>
  );
}

function sentence(
  t: Translate,
  day: Words["day"],
  key: string,
  params: Record<string, string | number>,
): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === "from" || name === "to") && value !== "none" ? day(String(value)) : value,
    ]),
  );
  return t(`regulations.adopt.${key}`, shown);
}
