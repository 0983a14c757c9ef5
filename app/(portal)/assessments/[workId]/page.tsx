import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ScaleEditions } from "#components/assessments/scale-editions.tsx";
import { ScaleSection } from "#components/assessments/scale-section.tsx";
import { TasksTable } from "#components/assessments/tasks-table.tsx";
import { UncheckedNotice } from "#components/assessments/unchecked-notice.tsx";
import { WorkFacts } from "#components/assessments/work-facts.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { getWork } from "#lib/assessments/queries.ts";
import { workIdSchema } from "#lib/assessments/schema.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { toLocale } from "#messages/load.ts";

type Props = { params: Promise<{ workId: string }> };

async function read({ params }: Props) {
  const { workId } = await params;
  const viewer = await requireViewer(`/assessments/${workId}`);
  const id = workIdSchema.safeParse(workId);
  if (!id.success) notFound();
  return { viewer, work: await answered(getWork(viewer, id.data)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: workTitle(await getTranslations(), (await read(props)).work) };
}

export default async function WorkPage(props: Props) {
  const { viewer, work } = await read(props);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const adopt = t(work.editions.length > 0 ? "assessments.work.adopt" : "assessments.work.adoptFirst");
  return (
    <>
      <PageHeader
        t={t}
        title={workTitle(t, work)}
        crumbs={[
          { label: t("assessments.work.crumb"), href: `/assessments?year=${work.year}` },
          { label: work.code },
        ]}
        actions={
          may(viewer, "assessments.edit") ? (
            <>
              <LinkButton href={`/assessments/${work.id}/edit`}>{t("assessments.work.edit")}</LinkButton>
              <LinkButton href={`/assessments/${work.id}/scale`}>{adopt}</LinkButton>
              {work.scale && may(viewer, "results.rescale") ? (
                <LinkButton kind="quiet" href={`/assessments/${work.id}/rescale`}>
                  {t("rescale.open")}
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      <UncheckedNotice t={t} work={work} />
      <WorkFacts t={t} locale={locale} work={work} />
      <ScaleSection t={t} work={work}>
        <Fold summary={t("assessments.scale.editions")} id="editions">
          <p>{t("assessments.scale.editionsLead", { count: work.editions.length })}</p>
          <ScaleEditions t={t} locale={locale} timeZone={env.TIME_ZONE} editions={work.editions} />
        </Fold>
      </ScaleSection>
      <Section
        id="tasks-section"
        title={t("assessments.tasks.heading")}
        lead={t(work.taskCount > 0 ? "assessments.tasks.lead" : "assessments.tasks.none", {
          count: work.taskCount,
          max: work.maxScore,
        })}
      >
        {work.taskCount > 0 ? <TasksTable t={t} work={work} /> : null}
      </Section>
    </>
  );
}
