import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ImportSteps } from "#components/schools/import-steps.tsx";
import { Button } from "#components/ui/button.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { refusedParam } from "#lib/schools/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("schools.import.title") };
}

export default async function RegistryImportPage({ searchParams }: PageProps<"/registry/import">) {
  const viewer = await requireViewer("/registry/import");
  await answered(async () => permit(viewer, "schools.edit"));
  const refused = refusedParam.parse((await searchParams).refused ?? null);
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.import.title")}
        lead={t("schools.import.lead")}
        crumbs={[{ label: t("schools.list.title"), href: "/registry" }, { label: t("schools.import.title") }]}
      />
      <ImportSteps t={t} at="file" />
      {refused === null ? null : (
        <Notice kind="risk" t={t} role="alert" title={t("schools.import.refused.title")}>
          <p>{t(`schools.import.refused.${refused}`)}</p>
        </Notice>
      )}
      <form action="/api/registry" method="post" encType="multipart/form-data" className="grid gap-6">
        <FileDrop
          id="file"
          name="file"
          accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"
          label={t("schools.import.field")}
          hint={t("schools.import.hint")}
          chosen={t("schools.import.chosen")}
        />
        <p>
          <Button type="submit" kind="primary">
            {t("schools.import.send")}
          </Button>
        </p>
      </form>
      <Section id="what" title={t("schools.import.what")}>
        <div className="grid max-w-measure gap-3">
          <p>{t("schools.import.whatSchools")}</p>
          <p>{t("schools.import.whatClasses")}</p>
          <p>{t("schools.import.whatHappens")}</p>
        </div>
      </Section>
    </>
  );
}
