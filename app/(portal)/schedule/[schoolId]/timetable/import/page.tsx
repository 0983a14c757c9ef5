import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { pasteTimetableAction } from "#lib/schedule/timetable/actions.ts";
import { type Query, readSchool } from "../../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

const refusals = ["tooLarge", "broken", "empty", "noDay", "wrongDay"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timetable"))("bring") };
}

/** Brings the timetables of many classes at once, as a file or as a copied table; nothing changes before the review. */
export default async function TimetableImportPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t } = await readSchool(params, searchParams, "/timetable/import");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const refused = z
    .enum(refusals)
    .nullable()
    .catch(null)
    .parse(query.refused ?? null);
  const from = facts.plan.startsOn;
  return (
    <>
      <PageHeader
        t={t}
        title={t("timetable.bring")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("timetable.bringLead")}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule/${schoolId}?year=${year}` },
          { label: t("timetable.title"), href: `/schedule/${schoolId}/timetable?year=${year}` },
          { label: t("timetable.bring") },
        ]}
        actions={
          <LinkButton href={`/api/schedule/template?kind=timetable&school=${schoolId}&year=${year}`}>
            {t("schedule.import.template")}
          </LinkButton>
        }
      />
      {refused ? <Notice kind="risk" t={t} role="alert" title={t(`timetable.refused.${refused}`)} /> : null}
      <Section id="by-file" title={t("timetable.byFile")}>
        <form
          action="/api/schedule/imports"
          method="post"
          encType="multipart/form-data"
          className="grid gap-6"
        >
          <input type="hidden" name="kind" value="timetable" />
          <input type="hidden" name="school" value={schoolId} />
          <input type="hidden" name="year" value={year} />
          <Input
            id="from"
            name="from"
            type="date"
            width="short"
            label={t("timetable.fromField")}
            defaultValue={from}
          />
          <FileDrop
            id="file"
            name="file"
            accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"
            label={t("timetable.file")}
            hint={t("schedule.import.fileHint")}
            chosen={t("schedule.import.chosen")}
          />
          <p>
            <Button type="submit" kind="primary">
              {t("schedule.import.send")}
            </Button>
          </p>
        </form>
      </Section>
      <Section id="by-paste" title={t("timetable.byPaste")} lead={t("timetable.pasteLead")}>
        <ActionForm
          id="paste"
          action={pasteTimetableAction}
          words={{
            save: t("timetable.checkPasted"),
            saving: t("schedule.form.saving"),
            cancel: t("schedule.form.cancel"),
          }}
          hidden={{ schoolId: String(schoolId), year: String(year) }}
          fields={[
            {
              kind: "date",
              name: "from",
              label: t("timetable.fromField"),
              value: from,
              width: "short",
            },
            {
              kind: "lines",
              name: "table",
              label: t("timetable.table"),
              hint: t("timetable.tableHint"),
              rows: 10,
            },
          ]}
        />
      </Section>
    </>
  );
}
