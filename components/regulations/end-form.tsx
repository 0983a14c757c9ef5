import { ActionForm } from "#components/assessments/action-form.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { endEditionAction } from "#lib/regulations/actions.ts";
import { formWords } from "./words.ts";

/** Writes down that an act is repealed, under a fold: it is seldom wanted and is never taken back. */
export function EndForm({ t, editionId }: { t: Translate; editionId: number }) {
  return (
    <Fold summary={t("regulations.edition.end")}>
      <p className="max-w-measure">{t("regulations.edition.endLead")}</p>
      <ActionForm
        id="end"
        action={endEditionAction}
        words={formWords(t, t("regulations.edition.endSave"))}
        hidden={{ editionId: String(editionId) }}
        fields={[
          { kind: "date", name: "effectiveTo", label: t("regulations.edition.endDay"), width: "short" },
        ]}
        kind="danger"
      />
    </Fold>
  );
}
