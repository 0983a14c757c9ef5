import { Section } from "#components/layout/section.tsx";
import { instantText, type Words } from "#components/results/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ComparisonView } from "#lib/reported/comparison-queries.ts";
import { ComparisonTable } from "./comparison-table.tsx";

interface Props {
  words: Words;
  view: ComparisonView;
  /** Show the figures that agree, too. */
  all: boolean;
  here: string;
}

/** What differs and why it may; all the figures on request; where the reported ones come from. */
export function ComparisonReport({ words, view, all, here }: Props) {
  const { t } = words;
  if (view.figures.length === 0) return <EmptyState why={t("reported.compare.none")} />;
  const noticed = view.figures.filter(({ verdict }) => verdict === "differs" || verdict === "unread");
  const shown = all || view.participants === null ? view.figures : noticed;
  const other = all ? here : `${here}?all=1`;
  return (
    <>
      <Section
        id="differences"
        title={t(all ? "reported.compare.figuresAll" : "reported.compare.figures")}
        lead={t("reported.compare.rounding")}
      >
        {shown.length === 0 ? (
          <p>{t("reported.compare.noDifferences")}</p>
        ) : (
          <ComparisonTable
            words={words}
            figures={shown}
            caption={t("reported.compare.caption", {
              title: workTitle(t, view.work),
              unit: view.unit.name,
              count: shown.length,
            })}
          />
        )}
        {view.participants === null ? null : (
          <p>
            <a href={other}>{t(all ? "reported.compare.onlyDifferences" : "reported.compare.all")}</a>
          </p>
        )}
      </Section>
      {view.causes.length > 0 ? (
        <Section id="causes" title={t("reported.compare.causes")} lead={t("reported.compare.causesLead")}>
          <ul className="grid max-w-measure list-disc gap-2 pl-5">
            {view.causes.map(({ key, params }) => (
              <li key={key}>{t(`reported.causes.${key}`, { ...params })}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="sources" title={t("reported.compare.sources")}>
        <ul className="grid gap-2">
          {view.sources.map(({ importId, form, name, appliedAt }) => (
            <li key={importId}>
              {t("reported.compare.source", {
                form: t(`reported.forms.${form}`),
                at: instantText(words, appliedAt),
              })}
              {name === null ? null : (
                <>
                  {": "}
                  <a href={`/results/reported/imports/${importId}`} className="wrap-anywhere">
                    {t("reported.compare.sourceFile", { name })}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The answer in a sentence. */
export function comparisonLead({ t }: Words, view: ComparisonView): string {
  const all = view.figures.length;
  const differs = view.counts.differs ?? 0;
  const equal = (view.counts.equal ?? 0) + (view.counts.rounding ?? 0);
  if (all === 0) return t("reported.compare.none");
  if (view.participants === null) return t("reported.compare.leadNothing");
  if (differs > 0) return t("reported.compare.leadDiffers", { differs, all });
  return equal === all
    ? t("reported.compare.leadEqual", { all })
    : t("reported.compare.leadSilent", { equal, all });
}
