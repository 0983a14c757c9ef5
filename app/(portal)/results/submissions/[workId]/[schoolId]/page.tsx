import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AbsenceSection } from "#components/submissions/absence-section.tsx";
import { AccountsTable } from "#components/submissions/accounts-table.tsx";
import { DecideForms } from "#components/submissions/decide-forms.tsx";
import { ProblemList } from "#components/submissions/problem-list.tsx";
import { StepList } from "#components/submissions/step-list.tsx";
import { Way } from "#components/submissions/way.tsx";
import { windowSentence } from "#components/submissions/window-sentence.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { getSubmission } from "#lib/submissions/queries.ts";
import { isOpen } from "#lib/submissions/rules.ts";
import { idOrNotFound, readWords } from "../../../read.ts";
import { decisionForms } from "./decisions.ts";

type Props = { params: Promise<{ workId: string; schoolId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("page.crumb") };
}

export default async function SubmissionPage({ params }: Props) {
  const { workId, schoolId } = await params;
  const [work, school] = [idOrNotFound(workId), idOrNotFound(schoolId)];
  const viewer = await requireViewer(`/results/submissions/${work}/${school}`);
  const view = await answered(() => getSubmission(viewer, work, school, currentInstant()));
  const words = await readWords();
  const { t, locale } = words;
  const title = workTitle(t, view.work);
  const forms = decisionForms(t, view);
  const open = isOpen(view.state);
  const mayEdit = open && may(viewer, "submissions.submit");
  const place = { schoolId: school, workId: work, version: view.version };
  return (
    <>
      <PageHeader
        t={t}
        title={t("submissions.page.title", { work: title })}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("submissions.title"), href: "/results/submissions" },
          { label: t("submissions.page.crumb") },
        ]}
        facts={`${view.school.name} · ${view.school.municipality}`}
        actions={
          <>
            <LinkButton href={`/results/${work}/${school}`}>{t("submissions.page.rows")}</LinkButton>
            {mayEdit ? (
              <LinkButton href="/results/imports/new">{t("submissions.page.bring")}</LinkButton>
            ) : null}
          </>
        }
      />
      <Way t={t} state={view.state} />
      <Section
        id="now"
        title={t("submissions.page.now")}
        lead={`${t("submissions.page.stageIs", { stage: t(`submissions.stage.${view.state}`) })} ${windowSentence(t, view.window, (day) => formatDay(day, { locale, style: "long" }))}`}
      >
        {view.state === "returned" ? (
          <Notice t={t} kind="warn" title={t("submissions.page.returned")}>
            <p>{view.reason}</p>
          </Notice>
        ) : null}
      </Section>
      <Section id="complete" title={t("submissions.page.complete")} lead={t("submissions.page.completeLead")}>
        <AccountsTable t={t} accounts={view.accounts} />
        <AbsenceSection t={t} view={view} editable={mayEdit} />
      </Section>
      {open && view.hasResults ? (
        <Section id="problems" title={t("submissions.page.problems")}>
          {view.problems.length === 0 ? (
            <p>{t("submissions.page.noProblems")}</p>
          ) : (
            <ProblemList t={t} problems={view.problems} />
          )}
          <a href={`/checks/${work}/${school}`}>{t("submissions.page.checks")}</a>
        </Section>
      ) : null}
      <Section id="decide-section" title={t("submissions.page.decide")}>
        {view.needsSecondPerson ? <p className="max-w-measure">{t("submissions.page.second")}</p> : null}
        <DecideForms place={place} forms={forms} sending={t("submissions.sending")} />
        {forms.length === 0 && !view.needsSecondPerson ? (
          <p className="max-w-measure">{t("submissions.page.nothing")}</p>
        ) : null}
      </Section>
      <Section id="history" title={t("submissions.page.history")}>
        {view.steps.length === 0 ? (
          <p>{t("submissions.page.noHistory")}</p>
        ) : (
          <StepList words={words} steps={view.steps} problems={view.problems} />
        )}
      </Section>
    </>
  );
}
