import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EditionChoice, Preview } from "#components/rescale/rescale-preview.tsx";
import { getWork } from "#lib/assessments/queries.ts";
import { workIdSchema } from "#lib/assessments/schema.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { previewRescale } from "#lib/results/rescale-queries.ts";

type Props = { params: Promise<{ workId: string }>; searchParams: Promise<{ edition?: string | string[] }> };

const editionSchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .nullable()
  .catch(null);

async function read({ params, searchParams }: Props) {
  const { workId } = await params;
  const viewer = await requireViewer(`/assessments/${workId}/rescale`);
  const id = workIdSchema.safeParse(workId);
  if (!id.success) notFound();
  const edition = editionSchema.parse((await searchParams).edition ?? null);
  const preview = await answered(() => previewRescale(viewer, id.data, edition));
  return { preview, work: await answered(getWork(viewer, id.data)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("rescale.title")}: ${workTitle(t, (await read(props)).work)}` };
}

export default async function RescalePage(props: Props) {
  const { work, preview } = await read(props);
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={`${t("rescale.title")}: ${workTitle(t, work)}`}
        lead={t("rescale.lead")}
        crumbs={[
          { label: t("assessments.work.crumb"), href: "/assessments" },
          { label: work.code, href: `/assessments/${work.id}` },
          { label: t("rescale.crumb") },
        ]}
      />
      <EditionChoice t={t} workId={work.id} preview={preview} />
      <Preview t={t} workId={work.id} preview={preview} />
    </>
  );
}
