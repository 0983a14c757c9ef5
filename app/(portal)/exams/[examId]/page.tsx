import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AreasTable, PartsTables, TasksTable, YearsTable } from "#components/exams/analysis-tables.tsx";
import { FigureTiles } from "#components/exams/figures.tsx";
import { RegisterFigures } from "#components/exams/register-figures.tsx";
import { ScaleFacts } from "#components/exams/scale-facts.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { examExportHref, examHowHref, examHref, examYearHref } from "#lib/exams/addresses.ts";
import { measuredBy } from "#lib/exams/measured.ts";
import { examFigures } from "#lib/exams/measures.ts";
import { getExamAnalysis } from "#lib/exams/queries.ts";
import { countText, examTitle } from "#lib/exams/words.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { comparisonHref } from "#lib/reported/exam-comparison.ts";
import { hasReportedExam } from "#lib/reported/exam-comparison-queries.ts";
import { askedOf, examWords, idOrNotFound, type Query } from "../read.ts";

type Props = { params: Promise<{ examId: string }>; searchParams: Promise<Query> };

async function read({ params, searchParams }: Props) {
  const { examId } = await params;
  const viewer = await requireViewer(`/exams/${encodeURIComponent(examId)}`);
  const { unit, high } = askedOf(viewer, await searchParams);
  if (!unit) notFound();
  const analysis = await answered(() => getExamAnalysis(viewer, unit, idOrNotFound(examId)));
  return { viewer, unit, high, analysis };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { analysis } = await read(props);
  return { title: `${examTitle(await examWords(), analysis.exam)} — ${analysis.unit.name}` };
}

export default async function ExamPage(props: Props) {
  const { viewer, unit, high, analysis } = await read(props);
  const words = await examWords();
  const { t } = words;
  const { exam, scale, summary, past, categories } = analysis;
  const compared =
    exam.kind === "ege" && (await answered(() => hasReportedExam(viewer, exam.year, exam.subject)));
  const measured = measuredBy(exam, scale, high);
  const asked = { unit, high };
  const figures = examFigures(summary, measured);
  const first = figures.filter(({ key }) =>
    (measured.marked
      ? ["meanMark", "pass", "quality", "mark2"]
      : ["mean", "median", "below", "high"]
    ).includes(key),
  );
  const others = figures.filter((figure) => !first.includes(figure) && figure.key !== "participants");
  const href = (figure: { key: string }) => examHowHref(asked, exam.id, figure.key);
  const name =
    unit.classLabel === null
      ? analysis.unit.name
      : t("exams.classOf", { school: analysis.unit.name, label: unit.classLabel });
  return (
    <>
      <PageHeader
        t={t}
        title={examTitle(words, exam)}
        crumbs={[{ label: t("exams.title"), href: examYearHref(asked, exam.year) }, { label: name }]}
        lead={t("exams.who", { unit: name, count: summary.participants })}
        actions={
          <>
            {compared ? (
              <LinkButton key="compare" kind="quiet" href={comparisonHref(exam)}>
                {t("exams.compare")}
              </LinkButton>
            ) : null}
            <LinkButton key="xlsx" kind="quiet" href={examExportHref(asked, exam.id)}>
              {t("exams.export.link")}
            </LinkButton>
          </>
        }
      />
      <Section id="figures" title={t("exams.sections.figures")} lead={<p>{t("exams.interval")}</p>}>
        {measured.marked ? null : (
          <Tabs
            label={t("exams.high.label")}
            tabs={[81, 80].map((from) => ({
              href: examHref({ unit, high: from }, exam.id),
              label: t("exams.high.from", { from }),
              current: from === high,
            }))}
          />
        )}
        <FigureTiles words={words} figures={first} href={href} />
        <FigureTiles words={words} figures={others} href={href} />
        {summary.differences > 0 ? (
          <p className="max-w-measure">{t("exams.differences", { count: summary.differences })}</p>
        ) : null}
      </Section>
      {analysis.areas.length > 0 ? (
        <Section id="areas-section" title={t("exams.sections.areas")}>
          <AreasTable words={words} analysis={analysis} measured={measured} />
        </Section>
      ) : null}
      {past.length > 1 ? (
        <Section id="years" title={t("exams.sections.years")} lead={<p>{t("exams.dynamics.lead")}</p>}>
          <YearsTable words={words} analysis={analysis} high={high} />
        </Section>
      ) : null}
      <Section id="categories" title={t("exams.sections.categories")}>
        <ul>
          {categories.map(({ category, count }) => (
            <li key={category}>
              {t(`exams.categories.${category === "" ? "unknown" : category}`)}: {countText(words, count)}
            </li>
          ))}
        </ul>
      </Section>
      {analysis.parts.length > 0 ? (
        <Section id="parts-section" title={t("exams.sections.parts")}>
          <PartsTables words={words} analysis={analysis} measured={measured} asked={asked} />
        </Section>
      ) : null}
      <Section id="tasks" title={t("exams.sections.tasks")} lead={<p>{t("exams.tasks.lead")}</p>}>
        {exam.tasksNeedCheck ? <p className="max-w-measure">{t("exams.tasks.unchecked")}</p> : null}
        <TasksTable words={words} analysis={analysis} measured={measured} />
      </Section>
      <RegisterFigures words={words} analysis={analysis} />
      <Section id="scale" title={t("exams.sections.scale")}>
        <ScaleFacts words={words} exam={exam} scale={scale} />
      </Section>
    </>
  );
}
