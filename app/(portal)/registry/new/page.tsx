import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { SchoolForm } from "#components/schools/school-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { addSchool } from "#lib/schools/actions.ts";
import { listMunicipalities } from "#lib/schools/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("schools.new.title") };
}

export default async function NewSchoolPage() {
  const viewer = await requireViewer("/registry/new");
  await answered(async () => permit(viewer, "schools.edit"));
  const municipalities = await answered(listMunicipalities(viewer));
  const t = await getTranslations();
  const options = municipalities.map((one) => ({ value: String(one.id), label: one.name }));
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.new.title")}
        lead={t("schools.new.lead")}
        crumbs={[{ label: t("schools.list.title"), href: "/registry" }, { label: t("schools.new.title") }]}
      />
      {options.length === 0 ? (
        <EmptyState
          why={t("schools.new.noArea")}
          action={<a href="/registry/areas">{t("schools.new.addArea")}</a>}
        />
      ) : (
        <SchoolForm
          action={addSchool}
          words={formWords(t, t("schools.new.save"))}
          back="/registry"
          initial={{ municipalityId: options[0]?.value ?? "" }}
          municipalities={options}
        />
      )}
    </>
  );
}
