import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CountForm } from "#components/exams/count-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { enterRegisterAction, enterSubjectRegisterAction } from "#lib/exams/actions.ts";
import { examYearHref } from "#lib/exams/addresses.ts";
import { getRegisters } from "#lib/exams/register-queries.ts";
import { subjectText } from "#lib/exams/words.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { askedOf, examWords, idOrNotFound, type Query } from "../read.ts";

const GRADES = [
  { grade: 9, fields: ["graduates", "noAttestat", "distinction", "nextGrade"] },
  { grade: 11, fields: ["graduates", "noAttestat", "medalsFirst", "medalsSecond", "medalsConfirmed"] },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exams"))("registers.formTitle") };
}

export default async function RegistersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/exams");
  const query = await searchParams;
  const schoolId = idOrNotFound(String(query.school ?? ""));
  const year = idOrNotFound(String(askedOf(viewer, query).year ?? ""));
  const found = await answered(() => getRegisters(viewer, schoolId, year));
  const words = await examWords();
  const { t } = words;
  const save = { save: t("exams.registers.save"), saving: t("exams.registers.saving") };
  return (
    <>
      <PageHeader
        t={t}
        title={t("exams.registers.formTitle")}
        crumbs={[
          {
            label: t("exams.title"),
            href: examYearHref({ unit: { kind: "school", id: schoolId, classLabel: null }, high: 81 }, year),
          },
          { label: t("exams.registers.formTitle") },
        ]}
        lead={t("exams.registers.formLead", { school: found.school.name, year: String(year) })}
      />
      {GRADES.map(({ grade, fields }) => {
        const known = found.grades.find((one) => one.grade === grade);
        return (
          <Section key={grade} id={`grade-${grade}`} title={t("exams.registers.grade", { grade })}>
            <CountForm
              id={`register-${grade}`}
              action={enterRegisterAction}
              hidden={{
                schoolId,
                year,
                grade,
                version: known?.version ?? 0,
                ...(grade === 11 ? { distinction: "" } : {}),
              }}
              fields={fields.map((name) => ({
                ...{ name, label: t(`exams.registers.fields.${name}`), value: known?.[name] ?? null },
              }))}
              words={save}
            />
          </Section>
        );
      })}
      {found.exams.map((exam) => {
        const known = found.subjects.find((one) => one.examId === exam.id);
        const fields =
          exam.kind === "oge"
            ? (["yearlyLower", "yearlySame", "yearlyHigher", "profilePupils", "profileChose"] as const)
            : (["profilePupils", "profileChose"] as const);
        return (
          <Section
            key={exam.id}
            id={`exam-${exam.id}`}
            title={`${t(`exams.kind.${exam.kind}`)}, ${subjectText(words, exam)}`}
          >
            <CountForm
              id={`subject-${exam.id}`}
              action={enterSubjectRegisterAction}
              hidden={{ schoolId, examId: exam.id, version: known?.version ?? 0 }}
              fields={fields.map((name) => ({
                ...{ name, label: t(`exams.registers.fields.${name}`), value: known?.[name] ?? null },
              }))}
              words={save}
            />
          </Section>
        );
      })}
    </>
  );
}
