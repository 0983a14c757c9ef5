import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ChangesTable } from "#components/results/changes-table.tsx";
import { Decision } from "#components/results/decision.tsx";
import { Findings } from "#components/results/findings.tsx";
import { ImportFacts } from "#components/results/import-facts.tsx";
import { ImportSteps } from "#components/results/import-steps.tsx";
import { LineSums } from "#components/results/line-sums.tsx";
import { ChangeAnswers, Questions } from "#components/results/questions.tsx";
import { UnderstoodFacts } from "#components/results/understood-facts.tsx";
import { Undo } from "#components/results/undo.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import {
  applyImportAction,
  checkAgainAction,
  describeFromHeaderAction,
  undoImportAction,
} from "#lib/results/actions.ts";
import { getImport, otherErrors } from "#lib/results/import-queries.ts";
import { lineAccount } from "#lib/results/line-account.ts";
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
  const words = await readWords();
  const { t } = words;
  const open = openQuestions(file);
  const asks = file.state === "question" && (isAnswerable(open) || open.several);
  const changeable = !asks && file.state !== "applied" && isChangeable(file);
  const choices = asks || changeable ? await answered(readChoices(viewer)) : null;
  const { understood, state } = file;
  // Why a file was not read is said at the top; other errors may help to mend it.
  const others = state === "refused" ? otherErrors(file) : [];
  const read = understood !== null && state !== "waiting" && state !== "refused" && state !== "failed";
  return (
    <>
      <div className="grid gap-6">
        <PageHeader
          t={t}
          title={<span className="wrap-anywhere">{file.name}</span>}
          crumbs={[
            { label: t("results.title"), href: "/results" },
            { label: t("results.list.title"), href: "/results/imports" },
            { label: t("results.review.stepCheck") },
          ]}
          facts={<ImportFacts words={words} file={file} />}
        />
        <ImportSteps t={t} at={state === "applied" ? "apply" : "check"} over={state === "applied"} />
        <Decision
          words={words}
          file={file}
          answerable={isAnswerable(open)}
          apply={applyImportAction}
          checkAgain={checkAgainAction}
        />
        <Undo words={words} file={file} action={undoImportAction} />
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
      {others.length > 0 ? (
        <Section id="findings" title={t("results.findings.title")}>
          <Findings words={words} file={file} groups={others} />
        </Section>
      ) : null}
      {read ? (
        <>
          <Section id="understood" title={t("results.understood.title")}>
            <UnderstoodFacts words={words} file={file} />
            {changeable && choices ? (
              <ChangeAnswers words={words} file={file} choices={choices} answer={checkAgainAction} />
            ) : null}
          </Section>
          {file.sums.targets > 0 ? (
            <Section
              id="changes"
              title={t(state === "applied" ? "results.changes.titleDone" : "results.changes.title")}
              lead={[
                t("results.changes.lead"),
                ...(file.sums.gone > 0 && state !== "applied" ? [t("results.changes.goneNote")] : []),
              ].join(" ")}
            >
              <ChangesTable words={words} file={file} />
              <Pagination
                t={t}
                page={file.page}
                pages={file.pages}
                href={(page) => `/results/imports/${file.id}?page=${page}#changes`}
              />
            </Section>
          ) : null}
          <Section id="findings" title={t("results.findings.title")}>
            <Findings words={words} file={file} groups={file.groups} />
          </Section>
          <Section
            id="account"
            title={t("results.account.title")}
            lead={
              lineAccount(understood).closed
                ? t("results.account.closed", { count: understood.lines })
                : t("results.account.open", { id: file.id })
            }
          >
            <LineSums words={words} understood={understood} />
          </Section>
        </>
      ) : null}
    </>
  );
}
