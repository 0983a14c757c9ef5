import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/ui/facts.tsx";
import type { ExamFigure } from "#lib/exams/measures.ts";
import type { ExamAnalysis } from "#lib/exams/queries.ts";
import { baseText, countText, type ExamWords, figureText, intervalText } from "#lib/exams/words.ts";
import { formatInstant } from "#lib/platform/format/day.ts";

/** «Как это посчитано»: the formula, the numbers in it, whom it is about, the scale, the files. */
export function HowExam({
  words,
  analysis,
  figure,
  opensFiles,
}: {
  words: ExamWords;
  analysis: ExamAnalysis;
  figure: ExamFigure;
  /** whether this person may open the protocols; their names are told to everybody who reads the figure */
  opensFiles: boolean;
}) {
  const { t } = words;
  const { scale, summary, sources, exam } = analysis;
  const text = figureText(words, figure);
  const bounds = intervalText(words, figure);
  const base = baseText(words, figure);
  const left = summary.participants - figure.base;
  return (
    <Section id="how" title={t("exams.how.formula")}>
      <div className="formula grid gap-1">
        <p>{t(`exams.figures.${figure.name}.formula`, figure.params)}</p>
        <p className="font-semibold">
          {text.kind === "value" ? [base, text.text].filter(Boolean).join(" → ") : t("exams.how.silence")}
        </p>
      </div>
      <Facts
        facts={[
          { key: "rows", term: t("ui.how.rows"), value: t("exams.people", { count: summary.participants }) },
          {
            key: "leftOut",
            term: t("ui.how.leftOut"),
            value: left > 0 ? t("exams.how.left", { count: left }) : t("ui.how.nothingLeftOut"),
          },
          ...(figure.method
            ? [
                {
                  key: "interval",
                  term: t("exams.how.interval"),
                  value: bounds ? t(`exams.how.${figure.method}`, { bounds }) : t("exams.how.noInterval"),
                },
              ]
            : []),
          {
            key: "scale",
            term: t("exams.how.scale"),
            value: scale
              ? `${t("exams.scale.edition", { edition: scale.edition, whose: scale.regionId === null ? "country" : "region" })}. ${scale.source}${scale.needsCheck ? `. ${t("exams.scale.unchecked")}` : ""}`
              : t("exams.scale.none"),
          },
          { key: "retake", term: t("exams.how.retake"), value: t("exams.how.retakeText") },
          {
            key: "source",
            term: t("ui.how.source"),
            value:
              sources.length === 0 ? (
                t("exams.how.noFiles")
              ) : (
                <ul className="grid gap-1">
                  {sources.map(({ importId, name, appliedAt, sha256 }) => (
                    <li key={importId}>
                      {opensFiles ? (
                        <a href={`/exams/imports/${importId}`} className="wrap-anywhere">
                          {name}
                        </a>
                      ) : (
                        <span className="wrap-anywhere">{name}</span>
                      )}
                      <span className="block text-small text-ink-2">
                        {t("exams.how.applied", {
                          at: formatInstant(new Date(appliedAt), {
                            locale: words.locale,
                            timeZone: words.timeZone,
                          }),
                        })}{" "}
                        <span className="fingerprint">{sha256.slice(0, 16)}</span>
                      </span>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: "exact",
            term: t("exams.how.exact"),
            value: figure.value === null ? "—" : String(figure.value).replace(".", ","),
          },
          {
            key: "exam",
            term: t("exams.how.people"),
            value: `${t(`exams.kind.${exam.kind}`)}: ${countText(words, figure.base)}`,
          },
        ]}
      />
    </Section>
  );
}
