import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { RenameForm } from "#components/schools/rename-form.tsx";
import { renameSchool } from "#lib/schools/actions.ts";
import { readSchool, schoolCrumbs } from "../../read-school.ts";

type Props = PageProps<"/registry/[schoolId]/rename">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { school } = await readSchool(params, "/rename", "schools.edit");
  const t = await getTranslations();
  return { title: `${t("schools.rename.title")}: ${school.name}` };
}

export default async function RenameSchoolPage({ params }: Props) {
  const { school } = await readSchool(params, "/rename", "schools.edit");
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.rename.title")}
        lead={t("schools.rename.lead", { name: school.name })}
        crumbs={schoolCrumbs(t("schools.list.title"), school, t("schools.rename.title"))}
      />
      <RenameForm
        action={renameSchool}
        words={formWords(t, t("schools.rename.save"))}
        back={`/registry/${school.id}`}
        schoolId={school.id}
        version={school.version}
        fullName={school.fullName}
      />
    </>
  );
}
