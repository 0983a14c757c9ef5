import { Section } from "#components/layout/section.tsx";
import type { ReportView } from "#lib/reports/report-view.ts";
import type { Reader } from "./reader.ts";

/** What the page does not show, and why: for each work, and as a rule. */
export function HiddenSection({ reader, view }: { reader: Reader; view: ReportView }) {
  const { t, link } = reader;
  return (
    <Section id="hidden" title={t("public.hidden.title")}>
      <div className="grid max-w-measure gap-3">
        {view.hidden.length > 0 ? (
          <>
            <ul className="grid gap-1">
              {view.hidden.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t("public.hidden.why", { least: view.least })}</p>
            <p>{t("public.hidden.zero")}</p>
          </>
        ) : (
          <p>{t("public.hidden.nothing")}</p>
        )}
        <p>
          {t("public.hidden.others")} <a href={link("/method#hidden")}>{t("public.hidden.rule")}</a>
        </p>
      </div>
    </Section>
  );
}
