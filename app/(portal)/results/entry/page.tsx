import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChooseSchool, ChooseWork } from "#components/entry/choose-forms.tsx";
import { ClassChoiceTable } from "#components/entry/class-choice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getEntryChoice } from "#lib/entry/choice-queries.ts";
import { choiceParams } from "#lib/entry/schema.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { readWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("entry.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Which class is typed: an office names the school first. */
export default async function EntryPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/entry");
  const asked = choiceParams.parse(await searchParams);
  const choice = await answered(() => getEntryChoice(viewer, asked));
  const words = await readWords();
  const { t } = words;
  const { school, work } = choice;
  return (
    <>
      <PageHeader
        t={t}
        title={t("entry.choose.title")}
        lead={t("entry.choose.lead")}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("entry.title") }]}
        facts={school?.name}
        actions={
          <>
            <LinkButton href="/results/imports/new">{t("results.bring")}</LinkButton>
            {school && viewer.schoolId === null ? (
              <LinkButton href="/results/entry">{t("entry.choose.otherSchool")}</LinkButton>
            ) : null}
          </>
        }
      />
      {school === null ? (
        <ChooseSchool t={t} />
      ) : work === null ? (
        <EmptyState
          why={t("entry.choose.noWorks")}
          action={<a href={`/registry/${school.id}`}>{t("entry.choose.classList")}</a>}
        />
      ) : (
        <>
          <ChooseWork
            t={t}
            works={choice.works}
            chosen={work.id}
            schoolId={viewer.schoolId === null ? school.id : null}
          />
          <Section id="classes" title={t("entry.choose.classes")}>
            <ClassChoiceTable words={words} work={work} schoolId={school.id} classes={choice.classes} />
          </Section>
        </>
      )}
    </>
  );
}
