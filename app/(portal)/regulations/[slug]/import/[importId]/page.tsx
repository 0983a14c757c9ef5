import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ReviewForm } from "#components/regulations/review-form.tsx";
import { StepButtons } from "#components/regulations/step-buttons.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { dropImportAction, takeImportAction } from "#lib/regulations/actions.ts";
import { getImport } from "#lib/regulations/import-queries.ts";
import { idOf, pageWords, readRegulation, regulationCrumbs } from "../../../read-regulation.ts";

type Props = { params: Promise<{ slug: string; importId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("review.title") };
}

/** What was read from a file, before anything of the draft changes. */
export default async function ReviewPage({ params }: Props) {
  const { slug, importId } = await params;
  const { viewer, regulation } = await readRegulation(slug, `/import/${importId}`, "regulations.edit");
  const view = await answered(getImport(viewer, idOf(importId)));
  if (view.regulation.slug !== slug) notFound();
  const words = await pageWords();
  const { t } = words;
  const { clauses, numbered, tables } = view.text;
  const row = (key: string) => clauses.map((_, index) => t(`regulations.review.${key}`, { row: index + 1 }));
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.review.title")}
        lead={t("regulations.review.lead", { name: view.fileName, clauses: clauses.length, numbered })}
        crumbs={regulationCrumbs(words, regulation, t("regulations.review.crumb"))}
      />
      {tables > 0 ? (
        <Notice kind="info" t={t} title={t("regulations.review.tables", { count: tables })} />
      ) : null}
      {numbered === 0 ? <Notice kind="warn" t={t} title={t("regulations.review.noNumbers")} /> : null}
      {view.edition.clauses > 0 ? (
        <Notice kind="warn" t={t} title={t("regulations.review.replaces", { count: view.edition.clauses })} />
      ) : null}
      {view.state === "ready" ? (
        <>
          <p>{t("regulations.review.keys")}</p>
          <ReviewForm
            action={takeImportAction}
            hidden={{ importId: String(view.id), version: String(view.edition.version) }}
            clauses={clauses}
            words={{
              caption: t("regulations.review.caption"),
              clause: t("regulations.review.clause"),
              text: t("regulations.review.text"),
              leaveOut: t("regulations.review.leaveOut"),
              join: t("regulations.review.join"),
              leaveOutOf: row("leaveOutOf"),
              joinOf: row("joinOf"),
              without: t("regulations.review.without"),
              take: t("regulations.review.take"),
              taking: t("regulations.review.taking"),
            }}
          />
          <StepButtons
            id="drop-import"
            action={dropImportAction}
            hidden={{}}
            buttons={[{ name: "importId", value: String(view.id), label: t("regulations.review.drop") }]}
          />
        </>
      ) : (
        <Notice kind="info" t={t} title={t("regulations.review.gone")}>
          <a href={`/regulations/${slug}/editions/${view.edition.id}`}>
            {t("regulations.draft.title", { number: view.edition.number })}
          </a>
        </Notice>
      )}
    </>
  );
}
