import { Fold } from "#components/ui/fold.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** What an officer may say of forms that name neither school nor year. */
export function OfficerFields({ t }: { t: Translate }) {
  return (
    <Fold summary={t("results.new.officer")}>
      <p className="max-w-measure">{t("results.new.officerLead")}</p>
      <Input
        id="login"
        name="login"
        label={t("results.new.login")}
        hint={t("results.new.loginHint")}
        width="short"
        autoComplete="off"
      />
      <Input
        id="year"
        name="year"
        label={t("results.new.year")}
        hint={t("results.new.yearHint")}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
    </Fold>
  );
}
