import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { MergeForm } from "#components/schools/merge-form.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { mergeSchool } from "#lib/schools/actions.ts";
import { listSuccessors } from "#lib/schools/queries.ts";
import { loginText } from "#lib/schools/rules.ts";
import { readSchool, schoolCrumbs } from "../../read-school.ts";

type Props = PageProps<"/registry/[schoolId]/merge">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { school } = await readSchool(params, "/merge", "schools.edit");
  const t = await getTranslations();
  return { title: `${t("schools.merge.title")}: ${school.name}` };
}

export default async function MergeSchoolPage({ params }: Props) {
  const { viewer, school } = await readSchool(params, "/merge", "schools.edit");
  const successors = await answered(listSuccessors(viewer, school.id));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.merge.title")}
        lead={t("schools.merge.lead", { name: school.name })}
        crumbs={schoolCrumbs(t("schools.list.title"), school, t("schools.merge.title"))}
      />
      <MergeForm
        action={mergeSchool}
        words={formWords(t, t("schools.merge.save", { name: school.name }))}
        back={`/registry/${school.id}`}
        schoolId={school.id}
        version={school.version}
        successors={successors.map((one) => ({ login: loginText(one.login), name: one.name }))}
      />
    </>
  );
}
