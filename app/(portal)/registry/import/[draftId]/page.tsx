import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { AppliedDraft } from "#components/schools/applied-draft.tsx";
import { DraftReview } from "#components/schools/draft-review.tsx";
import { ImportSteps } from "#components/schools/import-steps.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { getRegistryDraft } from "#lib/schools/registry-queries.ts";
import { idParam } from "#lib/schools/schema.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("schools.review.title") };
}

export default async function ReviewPage({ params }: PageProps<"/registry/import/[draftId]">) {
  const { draftId } = await params;
  const viewer = await requireViewer(`/registry/import/${encodeURIComponent(draftId)}`);
  const id = idParam.safeParse(draftId);
  if (!id.success) notFound();
  const draft = await answered(getRegistryDraft(viewer, id.data, currentInstant()));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.review.title")}
        crumbs={[
          { label: t("schools.list.title"), href: "/registry" },
          { label: t("schools.import.title"), href: "/registry/import" },
          { label: t("schools.review.title") },
        ]}
      />
      <ImportSteps t={t} at={draft.state === "applied" ? "done" : "review"} />
      {draft.state === "applied" ? (
        <AppliedDraft t={t} locale={locale} counts={draft.counts} />
      ) : (
        <DraftReview t={t} locale={locale} draft={draft} />
      )}
    </>
  );
}
