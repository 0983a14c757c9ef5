import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProtocolDecision, ProtocolFacts, ProtocolFindings } from "#components/exams/protocol-view.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AnswerLists } from "#components/results/answer-lists.tsx";
import { answerProtocolAction, applyProtocolAction, undoProtocolAction } from "#lib/exams/actions.ts";
import { getProtocol } from "#lib/exams/import-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { examWords, idOrNotFound } from "../../read.ts";
import { protocolQuestions } from "./protocol-questions.ts";

type Props = { params: Promise<{ importId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("exams"))("review.pageTitle", { id: (await params).importId }) };
}

export default async function ProtocolPage({ params }: Props) {
  const { importId } = await params;
  const viewer = await requireViewer(`/exams/imports/${encodeURIComponent(importId)}`);
  const file = await answered(() => getProtocol(viewer, idOrNotFound(importId)));
  const words = await examWords();
  const { t } = words;
  const { lists, fields } = protocolQuestions(words, file);
  return (
    <>
      <div className="grid gap-6">
        <PageHeader
          t={t}
          title={<span className="wrap-anywhere">{file.name}</span>}
          crumbs={[
            { label: t("results.title"), href: "/results" },
            { label: t("results.list.title"), href: "/results/imports" },
            { label: t("exams.review.crumb") },
          ]}
        />
        <ProtocolDecision words={words} file={file} apply={applyProtocolAction} undo={undoProtocolAction} />
      </div>
      {lists.length + fields.length > 0 ? (
        <Section id="questions" title={t("exams.review.questions")} lead={t("exams.review.questionsLead")}>
          <AnswerLists
            action={answerProtocolAction}
            importId={file.id}
            lists={lists}
            fields={fields}
            words={{ send: t("exams.review.answer"), sending: t("exams.review.answering") }}
          />
        </Section>
      ) : null}
      <ProtocolFacts words={words} file={file} />
      <ProtocolFindings words={words} file={file} />
    </>
  );
}
