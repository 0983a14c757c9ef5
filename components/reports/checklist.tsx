import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Issue } from "#lib/reports/rules.ts";

interface Props {
  t: Translate;
  errors: readonly Issue[];
  /** Only where they are not asked for in the form of publishing. */
  warnings: readonly Issue[];
}

/** What stands against publishing, what must be thought of, and what the portal has checked by itself. */
export function Checklist({ t, errors, warnings }: Props) {
  const same = errors.find((issue) => issue.key === "nothingChanged");
  const open = errors.filter((issue) => issue !== same);
  return (
    <div className="grid max-w-measure gap-4">
      {same ? <Notice kind="info" t={t} title={t("reports.check.same", { ...same.params })} /> : null}
      {open.length > 0 ? (
        <Notice kind="risk" t={t} title={t("reports.check.fix", { count: open.length })}>
          <Issues t={t} issues={open} />
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice kind="warn" t={t} title={t("reports.check.confirm", { count: warnings.length })}>
          <Issues t={t} issues={warnings} />
        </Notice>
      ) : null}
      {errors.length === 0 ? <p>{t("reports.check.ready")}</p> : null}
      <Fold summary={t("reports.check.checked")}>
        <ul className="grid gap-1">
          {(["protected", "sums", "names"] as const).map((key) => (
            <li key={key}>{t(`reports.check.${key}`)}</li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}

function Issues({ t, issues }: { t: Translate; issues: readonly Issue[] }) {
  return (
    <ul className="grid gap-2">
      {issues.map((issue) => (
        <li key={issue.key}>{t(`reports.issues.${issue.key}`, { ...issue.params })}</li>
      ))}
    </ul>
  );
}
