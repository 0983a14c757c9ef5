import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ClassesForm } from "#components/schools/classes-form.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { YearChoice } from "#components/schools/year-choice.tsx";
import { currentInstant } from "#lib/platform/clock.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { setClasses } from "#lib/schools/actions.ts";
import { classesFingerprint, schoolYearOn } from "#lib/schools/class-rules.ts";
import { latestDay } from "#lib/schools/rules.ts";
import { yearParam } from "#lib/schools/schema.ts";
import { readSchool, schoolCrumbs } from "../../read-school.ts";

type Props = PageProps<"/registry/[schoolId]/classes">;

/** Rows beyond the classes that are there. */
const spareRows = 6;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { school } = await readSchool(params, "/classes", "classes.edit");
  const t = await getTranslations();
  return { title: `${t("schools.classes.title")}: ${school.name}` };
}

export default async function ClassesPage({ params, searchParams }: Props) {
  const { school } = await readSchool(params, "/classes", "classes.edit");
  const thisYear = schoolYearOn(latestDay(currentInstant()));
  const year = yearParam.parse((await searchParams).year ?? null) ?? thisYear;
  const t = await getTranslations();
  const classes = school.years.find((one) => one.year === year)?.classes ?? [];
  const numbers = Array.from({ length: classes.length + spareRows }, (_, index) => ({ number: index + 1 }));
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.classes.title")}
        lead={t("schools.classes.lead")}
        crumbs={schoolCrumbs(t("schools.list.title"), school, t("schools.classes.title"))}
      />
      <YearChoice
        t={t}
        year={year}
        years={[
          thisYear + 1,
          thisYear,
          thisYear - 1,
          thisYear - 2,
          ...school.years.map((one) => one.year),
          year,
        ]}
      />
      <ClassesForm
        key={year}
        action={setClasses}
        words={formWords(t, t("schools.classes.save"))}
        back={`/registry/${school.id}`}
        schoolId={school.id}
        year={year}
        base={classesFingerprint(classes)}
        caption={t("schools.classes.caption", { year: schoolYear(year) })}
        more={t("schools.classes.more")}
        classes={classes.map((one) => ({ label: one.label, pupils: String(one.pupils ?? "") }))}
        rowWords={numbers.map((at) => ({
          label: t("schools.classes.label", at),
          pupils: t("schools.classes.pupils", at),
        }))}
      />
    </>
  );
}
