import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ExplainForm } from "#components/submissions/absence-questions.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listAbsences } from "#lib/submissions/task-queries.ts";
import { deskClock } from "../../../desk/desk-clock.ts";
import { readWords } from "../../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("absence.title") };
}

/** Questions about pupils without results, for whom they were given to. */
export default async function AbsencesPage() {
  const viewer = await requireViewer("/results/submissions/absences");
  const { clock, year } = deskClock();
  const questions = await answered(() => listAbsences(viewer, year, clock));
  const { t } = await readWords();
  return (
    <>
      <PageHeader
        t={t}
        title={t("submissions.absence.title")}
        crumbs={[{ label: t("desk.title"), href: "/desk" }, { label: t("submissions.absence.title") }]}
        lead={t("submissions.absence.lead")}
      />
      {questions.length === 0 ? (
        <EmptyState why={t("submissions.absence.none")} />
      ) : (
        <ul className="grid gap-6">
          {questions.map(({ schoolId, workId, classLabel, count, work, explanation }) => (
            <li key={`${workId}-${classLabel}`} className="grid gap-3 border-l-4 border-line-strong pl-4">
              <h2>{workTitle(t, work)}</h2>
              <p>{t("submissions.absence.task", { label: classLabel || "none", count })}</p>
              <ExplainForm
                t={t}
                id={`explain-${workId}-${classLabel || "none"}`}
                question={{ schoolId, workId, classLabel, count, before: explanation }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
