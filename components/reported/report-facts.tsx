import { Section } from "#components/layout/section.tsx";
import type { Words } from "#components/results/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ReportImportView } from "#lib/reported/queries.ts";
import { findingText } from "#lib/results/finding-text.ts";

/** What the portal understood of a report: form, work, whom it is about, what stands in the cells, where every line went. */
export function ReportFacts({ words, file }: { words: Words; file: ReportImportView }) {
  const { t } = words;
  const { report } = file;
  if (report === null) return null;
  const say = (key: string, params?: Record<string, string | number>) => t(`reported.review.${key}`, params);
  const works = [
    ...new Set(
      file.works.map(({ work, title, year }) =>
        work ? workTitle(t, work) : (title ?? (year === null ? say("noWork") : String(year))),
      ),
    ),
  ];
  const rest = Object.entries(report.lines.notData).map(([kind, count]) => say(`notData.${kind}`, { count }));
  return (
    <Section id="understood" title={say("understood")}>
      <Facts
        facts={[
          {
            key: "form",
            term: say("form"),
            value: `${t(`reported.forms.${file.form}`)}: ${t("reported.kind")}`,
          },
          { key: "work", term: say("work"), value: works.join("; ") },
          {
            key: "units",
            term: say("unitsTerm"),
            value: [
              say("unitsValue", { ...report.units }),
              ...(report.unmatched > 0 ? [say("unmatched", { count: report.unmatched })] : []),
            ].join("; "),
          },
          { key: "figures", term: say("figuresTerm"), value: say("statesValue", { ...report.states }) },
          {
            key: "lines",
            term: say("linesTerm"),
            value: say("linesValue", {
              total: report.lines.total,
              data: report.lines.data,
              rest: rest.length === 0 ? "0" : rest.join(", "),
            }),
          },
        ]}
      />
    </Section>
  );
}

/** Everything that was noticed, by kind; equal sentences once, each with its place. */
export function ReportFindings({ words, file }: { words: Words; file: ReportImportView }) {
  const { t, locale } = words;
  return (
    <Section id="findings" title={t("reported.review.findings")}>
      {file.groups.length === 0 ? <p>{t("reported.review.noFindings")}</p> : null}
      {file.groups.map((group) => (
        <Fold
          key={group.code}
          summary={`${groupName(words, group.code)}: ${group.count}`}
          open={group.severity === "error"}
        >
          <ul className="grid max-w-measure gap-3">
            {group.first.map((finding) => (
              <li key={`${finding.sheet}-${finding.row}-${finding.column}-${finding.code}`}>
                <p>{findingText(locale, finding)}</p>
                {finding.sheet !== null && finding.row !== null ? (
                  <p className="text-small text-ink-2">
                    {t("reported.review.place", { sheet: finding.sheet, row: finding.row })}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          {group.count > group.first.length ? (
            <p>{t("reported.review.more", { count: group.count - group.first.length })}</p>
          ) : null}
        </Fold>
      ))}
      {file.groups.length > 0 ? (
        <p className="print:hidden">
          <LinkButton kind="quiet" href={`/api/imports/${file.id}/findings?format=xlsx`}>
            {t("reported.review.download")}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  );
}

function groupName({ t }: Words, code: string): string {
  return t.has(`reported.groups.${code}`) ? t(`reported.groups.${code}`) : t(`results.groups.${code}`);
}
