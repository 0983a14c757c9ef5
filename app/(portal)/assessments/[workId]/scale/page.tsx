import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { formWords } from "#components/assessments/form-words.ts";
import { ScaleEditions } from "#components/assessments/scale-editions.tsx";
import { scaleFields } from "#components/assessments/scale-fields.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { adoptScaleAction } from "#lib/assessments/actions.ts";
import { getWork } from "#lib/assessments/queries.ts";
import { workIdSchema } from "#lib/assessments/schema.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { toLocale } from "#messages/load.ts";

type Props = { params: Promise<{ workId: string }> };

async function read({ params }: Props) {
  const { workId } = await params;
  const viewer = await requireViewer(`/assessments/${workId}/scale`);
  await answered(async () => permit(viewer, "assessments.edit"));
  const id = workIdSchema.safeParse(workId);
  return id.success ? answered(getWork(viewer, id.data)) : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("assessments.scaleForm.title")}: ${workTitle(t, await read(props))}` };
}

export default async function AdoptScalePage(props: Props) {
  const work = await read(props);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const baseEdition = work.editions[0]?.edition ?? 0;
  return (
    <>
      <PageHeader
        t={t}
        title={`${t("assessments.scaleForm.title")}: ${workTitle(t, work)}`}
        lead={t("assessments.scaleForm.lead", { code: work.code, max: work.maxScore })}
        crumbs={[
          { label: t("assessments.work.crumb"), href: "/assessments" },
          { label: work.code, href: `/assessments/${work.id}` },
          { label: t("assessments.scaleForm.crumb") },
        ]}
      />
      <ActionForm
        id="scale-form"
        action={adoptScaleAction}
        words={formWords(t, t("assessments.scaleForm.adopt", { edition: baseEdition + 1 }))}
        hidden={{ workId: String(work.id), baseEdition: String(baseEdition) }}
        fields={scaleFields(t, work)}
        back={`/assessments/${work.id}`}
      />
      {work.editions.length > 0 ? (
        <Section id="editions" title={t("assessments.scale.editions")}>
          <ScaleEditions t={t} locale={locale} timeZone={env.TIME_ZONE} editions={work.editions} />
        </Section>
      ) : null}
    </>
  );
}
