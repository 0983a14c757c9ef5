import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { SchoolForm } from "#components/schools/school-form.tsx";
import { editSchool } from "#lib/schools/actions.ts";
import { cardValues } from "#lib/schools/card-values.ts";
import { readSchool, schoolCrumbs } from "../../read-school.ts";

type Props = PageProps<"/registry/[schoolId]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { school } = await readSchool(params, "/edit", "schools.edit");
  const t = await getTranslations();
  return { title: `${t("schools.edit.title")}: ${school.name}` };
}

export default async function EditSchoolPage({ params }: Props) {
  const { school } = await readSchool(params, "/edit", "schools.edit");
  const t = await getTranslations();
  const values = Object.entries({ ...cardValues(school), schoolId: school.id });
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.edit.title")}
        crumbs={schoolCrumbs(t("schools.list.title"), school, t("schools.edit.title"))}
      />
      <SchoolForm
        action={editSchool}
        words={formWords(t, t("schools.form.save"))}
        back={`/registry/${school.id}`}
        initial={Object.fromEntries(values.map(([name, value]) => [name, String(value)]))}
      />
    </>
  );
}
