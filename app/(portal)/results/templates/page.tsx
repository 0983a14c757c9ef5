import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { TemplateForm } from "#components/results/template-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listSchoolChoices, listTemplateWorks } from "#lib/results/template-queries.ts";
import { readWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.template.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const query = z.object({ refused: z.literal("notFound").optional().catch(undefined) });

export default async function TemplatesPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/templates");
  const works = await answered(() => listTemplateWorks(viewer));
  const schools = viewer.schoolId === null ? await answered(() => listSchoolChoices(viewer)) : "own";
  const { refused } = query.parse(await searchParams);
  const words = await readWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("results.template.title")}
        lead={t("results.template.lead")}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("results.template.title") }]}
      />
      {refused === undefined ? null : (
        <Notice kind="risk" t={t} role="alert" title={t("results.template.refused.title")}>
          <p>{t(`results.template.refused.${refused}`)}</p>
        </Notice>
      )}
      {works.length === 0 ? (
        <EmptyState why={t("results.template.none")} />
      ) : (
        <TemplateForm words={words} works={works} schools={schools} />
      )}
      <Section id="inside" title={t("results.template.inside")}>
        <div className="grid max-w-measure gap-3">
          <p>{t("results.template.insideRows")}</p>
          <p>{t("results.template.insideBack")}</p>
          {viewer.schoolId === null ? null : (
            <p>
              <a href={`/registry/${viewer.schoolId}`}>{t("results.template.classes")}</a>
            </p>
          )}
        </div>
      </Section>
    </>
  );
}
