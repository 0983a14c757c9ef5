import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { type Query, readSchool } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

const refusals = ["tooLarge", "broken", "empty"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("import.title") };
}

/** Brings a file of works; nothing changes before its review. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t } = await readSchool(params, searchParams, "/import");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const refused = z
    .enum(refusals)
    .nullable()
    .catch(null)
    .parse(query.refused ?? null);
  const back = `/schedule/${schoolId}?year=${year}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.import.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.import.lead")}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.import.title") }]}
        actions={
          <LinkButton href={`/api/schedule/template?school=${schoolId}&year=${year}`}>
            {t("schedule.import.template")}
          </LinkButton>
        }
      />
      {refused ? (
        <Notice kind="risk" t={t} role="alert" title={t(`schedule.import.refused.${refused}`)} />
      ) : null}
      <form action="/api/schedule/imports" method="post" encType="multipart/form-data" className="grid gap-6">
        <input type="hidden" name="school" value={schoolId} />
        <input type="hidden" name="year" value={year} />
        <FileDrop
          id="file"
          name="file"
          accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"
          label={t("schedule.import.file")}
          hint={t("schedule.import.fileHint")}
          chosen={t("schedule.import.chosen")}
        />
        <p>
          <Button type="submit" kind="primary">
            {t("schedule.import.send")}
          </Button>
        </p>
      </form>
      <Section id="what" title={t("schedule.import.what")}>
        <ul className="grid max-w-measure gap-2">
          {(["columns", "office", "bad", "twice"] as const).map((key) => (
            <li key={key}>{t(`schedule.import.about.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
