import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "#components/layout/section.tsx";
import { ReportDecision, UndoReport } from "#components/reported/report-decision.tsx";
import { ReportFacts, ReportFindings } from "#components/reported/report-facts.tsx";
import { AnswerLists } from "#components/results/answer-lists.tsx";
import { ImportHead } from "#components/results/import-head.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { answerReportAction, applyReportAction, undoReportAction } from "#lib/reported/actions.ts";
import { getReportImport } from "#lib/reported/queries.ts";
import { idOrNotFound, readWords } from "../../../read.ts";
import { workChoices } from "./work-choices.ts";

type Props = { params: Promise<{ importId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("reported.review.pageTitle", { id: (await params).importId }) };
}

export default async function ReportImportPage({ params }: Props) {
  const { importId } = await params;
  const viewer = await requireViewer(`/results/reported/imports/${encodeURIComponent(importId)}`);
  const file = await answered(() => getReportImport(viewer, idOrNotFound(importId)));
  const words = await readWords();
  const { t } = words;
  const say = (key: string) => t(`reported.review.${key}`);
  const asks = file.state === "question" && (file.asksWork || file.asksShares);
  const near = file.works.flatMap(({ candidates }) => candidates).map((work) => work.id);
  const works = asks && file.asksWork ? await answered(() => workChoices(viewer, near)) : [];
  const shares = ["percent", "counts"].map((value) => ({ value, label: say(value) }));
  return (
    <>
      <div className="grid gap-6">
        <ImportHead words={words} file={file} crumb={t("results.review.stepCheck")} />
        <ReportDecision words={words} file={file} apply={applyReportAction} />
        <UndoReport words={words} file={file} action={undoReportAction} />
      </div>
      {asks ? (
        <Section id="questions" title={say("questions")}>
          <AnswerLists
            action={answerReportAction}
            importId={file.id}
            words={{ send: say("send"), sending: say("sending") }}
            lists={[
              ...(file.asksWork
                ? [
                    {
                      name: "workId" as const,
                      label: say("workLabel"),
                      options: [
                        { value: "", label: say("workNone") },
                        ...works.map((work) => ({ value: String(work.id), label: workTitle(t, work) })),
                      ],
                    },
                  ]
                : []),
              ...(file.asksShares
                ? [
                    {
                      name: "shares" as const,
                      label: say("sharesLabel"),
                      options: [{ value: "", label: say("sharesNone") }, ...shares],
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ) : null}
      <ReportFacts words={words} file={file} />
      <ReportFindings words={words} file={file} />
    </>
  );
}
