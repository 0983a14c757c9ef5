import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EditionChoice, Preview } from "#components/rescale/rescale-preview.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getWork } from "#lib/assessments/queries.ts";
import { workIdSchema } from "#lib/assessments/schema.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { previewRescale } from "#lib/results/rescale-queries.ts";

type Query = Partial<Record<"edition" | "marks" | "schools", string | string[]>>;
type Props = { params: Promise<{ workId: string }>; searchParams: Promise<Query> };

const numberSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .nullable()
  .catch(null);

async function read({ params, searchParams }: Props) {
  const { workId } = await params;
  const viewer = await requireViewer(`/assessments/${workId}/rescale`);
  const id = workIdSchema.safeParse(workId);
  if (!id.success) notFound();
  const edition = numberSchema.parse((await searchParams).edition ?? null);
  const preview = await answered(() => previewRescale(viewer, id.data, edition));
  return { preview, work: await answered(getWork(viewer, id.data)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("rescale.title")}: ${workTitle(t, (await read(props)).work)}` };
}

export default async function RescalePage(props: Props) {
  const { work, preview } = await read(props);
  const { marks, schools } = await props.searchParams;
  const done = { marks: numberSchema.parse(marks ?? null), schools: numberSchema.parse(schools ?? null) };
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
      {done.marks !== null && done.schools !== null ? (
        <Notice
          kind="ok"
          role="status"
          t={t}
          title={t("rescale.done", { marks: done.marks, schools: done.schools })}
        />
      ) : null}
      <EditionChoice t={t} workId={work.id} preview={preview} />
      <Preview t={t} workId={work.id} preview={preview} />
    </>
  );
}
