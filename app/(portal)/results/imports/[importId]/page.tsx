import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "#components/layout/section.tsx";
import { Decision } from "#components/results/decision.tsx";
import { ImportHead } from "#components/results/import-head.tsx";
import { ImportReview, OtherErrors } from "#components/results/import-review.tsx";
import { Questions } from "#components/results/questions.tsx";
import { UndoImport } from "#components/results/undo-import.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import {
  applyImportAction,
  checkAgainAction,
  describeFromHeaderAction,
  stopImportAction,
  undoImportAction,
} from "#lib/results/actions.ts";
import { getImport } from "#lib/results/import-queries.ts";
import { isAnswerable, isChangeable, openQuestions } from "#lib/results/open-questions.ts";
import { pageParams } from "#lib/results/schema.ts";
import { idOrNotFound, readWords } from "../../read.ts";
import { readChoices } from "./read-choices.ts";

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.review.pageTitle", { id: (await params).importId }) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { importId } = await params;
  const viewer = await requireViewer(`/results/imports/${encodeURIComponent(importId)}`);
  const asked = pageParams.parse(await searchParams);
  const file = await answered(() => getImport(viewer, idOrNotFound(importId), asked));
  if (file.understood?.handedTo === "exams") redirect(`/exams/imports/${file.id}`);
  if (file.understood?.handedTo === "journal") redirect(`/results/journals/${file.id}`);
  // A report with ready totals has a review of its own.
  if (file.understood?.figures !== undefined) redirect(`/results/reported/imports/${file.id}`);
  const words = await readWords();
  const { t } = words;
  const open = openQuestions(file);
  const applied = file.state === "applied";
  const asks = file.state === "question" && (isAnswerable(open) || open.several);
  const changeable = !asks && !applied && isChangeable(file);
  const choices = asks || changeable ? await answered(readChoices(viewer)) : null;
  return (
    <>
      <div className="grid gap-6">
        <ImportHead words={words} file={file} crumb={t("results.review.stepCheck")} />
        <Decision
          words={words}
          file={file}
          answerable={isAnswerable(open)}
          apply={applyImportAction}
          checkAgain={checkAgainAction}
          stop={stopImportAction}
        />
        <UndoImport words={words} file={file} action={undoImportAction} />
      </div>
      {asks && choices ? (
        <Section id="questions" title={t("results.answers.title")} lead={t("results.answers.lead")}>
          <Questions
            words={words}
            file={file}
            open={open}
            choices={choices}
            answer={checkAgainAction}
            describe={describeFromHeaderAction}
          />
        </Section>
      ) : null}
      <OtherErrors words={words} file={file} />
      <ImportReview
        words={words}
        file={file}
        choices={changeable ? choices : null}
        answer={checkAgainAction}
      />
    </>
  );
}
