import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HowExam } from "#components/exams/how-exam.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { examHref } from "#lib/exams/addresses.ts";
import { measuredBy } from "#lib/exams/measured.ts";
import { examFigure } from "#lib/exams/measures.ts";
import { getExamAnalysis } from "#lib/exams/queries.ts";
import { examTitle, figureName } from "#lib/exams/words.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { askedOf, examWords, idOrNotFound, type Query } from "../../../read.ts";

type Props = { params: Promise<{ examId: string; figure: string }>; searchParams: Promise<Query> };

async function read({ params, searchParams }: Props) {
  const { examId, figure: key } = await params;
  const viewer = await requireViewer(`/exams/${encodeURIComponent(examId)}`);
  const { unit, high } = askedOf(viewer, await searchParams);
  if (!unit) notFound();
  const analysis = await answered(() => getExamAnalysis(viewer, unit, idOrNotFound(examId)));
  const figure = examFigure(analysis.summary, measuredBy(analysis.exam, analysis.scale, high), key);
  if (!figure) notFound();
  return { viewer, unit, high, analysis, figure };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { figure } = await read(props);
  const words = await examWords();
  return { title: words.t("exams.how.title", { name: figureName(words, figure) }) };
}

export default async function HowPage(props: Props) {
  const { viewer, unit, high, analysis, figure } = await read(props);
  const words = await examWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("exams.how.title", { name: figureName(words, figure) })}
        crumbs={[
          { label: examTitle(words, analysis.exam), href: examHref({ unit, high }, analysis.exam.id) },
          { label: t("exams.how.crumb") },
        ]}
        lead={analysis.unit.name}
      />
      <HowExam words={words} analysis={analysis} figure={figure} opensFiles={may(viewer, "results.import")} />
    </>
  );
}
