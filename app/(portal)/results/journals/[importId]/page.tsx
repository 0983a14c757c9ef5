import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "#components/layout/section.tsx";
import { AnswerLists } from "#components/results/answer-lists.tsx";
import { ImportHead } from "#components/results/import-head.tsx";
import { JournalDecision, UndoJournal } from "#components/results/journal/journal-decision.tsx";
import { JournalFacts, JournalFindings } from "#components/results/journal/journal-facts.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { answerJournalAction, applyJournalAction, undoJournalAction } from "#lib/results/journal/actions.ts";
import { getJournalImport } from "#lib/results/journal/queries.ts";
import { idOrNotFound, readWords } from "../../read.ts";
import { journalQuestions } from "./journal-questions.ts";

type Props = { params: Promise<{ importId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("journals");
  return { title: t("pageTitle", { id: (await params).importId }) };
}

/** An export of an electronic journal: what it says, which column stands beside which work, what it fills. */
export default async function JournalPage({ params }: Props) {
  const { importId } = await params;
  const viewer = await requireViewer(`/results/journals/${encodeURIComponent(importId)}`);
  const file = await answered(() => getJournalImport(viewer, idOrNotFound(importId)));
  const words = await readWords();
  const { t } = words;
  const { periods, fields } = journalQuestions(words, file);
  const asks =
    ["question", "ready", "nothing", "undone"].includes(file.state) && periods.length + fields.length > 0;
  return (
    <>
      <div className="grid gap-6">
        <ImportHead words={words} file={file} crumb={t("journals.kind")} />
        <JournalDecision words={words} file={file} apply={applyJournalAction} asks={asks} />
        <UndoJournal words={words} file={file} action={undoJournalAction} />
      </div>
      {asks ? (
        <Section id="questions" title={t("journals.periods")} lead={t("journals.periodsLead")}>
          <AnswerLists
            action={answerJournalAction}
            importId={file.id}
            lists={periods}
            fields={fields}
            words={{ send: t("journals.send"), sending: t("journals.sending") }}
          />
        </Section>
      ) : null}
      <JournalFacts words={words} file={file} />
      <JournalFindings words={words} file={file} />
    </>
  );
}
