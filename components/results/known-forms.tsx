import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";

const forms = ["F", "E", "D", "C", "T"] as const;

/** The forms that the portal reads, how to tell them, and what it does not read. */
export function KnownForms({ t }: { t: Translate }) {
  return (
    <>
      <Facts
        facts={forms.map((form) => ({
          key: form,
          term: (
            <span className="inline-block first-letter:uppercase">
              {t(`results.understood.forms.${form}`)}
            </span>
          ),
          value: (
            <>
              {t(`results.understood.formHints.${form}`)}
              {form === "T" ? (
                <span className="block">
                  <a href="/results/templates">{t("results.new.getTemplate")}</a>
                </span>
              ) : null}
            </>
          ),
        }))}
      />
      <p className="max-w-measure">{t("results.new.names")}</p>
      <p className="max-w-measure">{t("results.new.not")}</p>
    </>
  );
}
