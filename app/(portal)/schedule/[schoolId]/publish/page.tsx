import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ChangeList } from "#components/schedule/change-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { formatDay, schoolYear } from "#lib/platform/format/day.ts";
import { publishAction } from "#lib/schedule/actions.ts";
import { getPublication } from "#lib/schedule/queries.ts";
import { type Query, readSchool, today } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("publish.title") };
}

/** What will be published, what stands against it, and the button. */
export default async function PublishPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, t, locale } = await readSchool(params, searchParams, "/publish");
  const publication = await answered(() => getPublication(viewer, { schoolId, year }, today()));
  const { facts, fingerprint, base, issues, changes, content, terms } = publication;
  const back = `/schedule/${schoolId}?year=${year}`;
  const due = terms.find(({ state }) => state !== "met");
  const first = base === 0;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.publish.heading", { number: base + 1 })}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.publish.lead")}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.publish.title") }]}
      />
      {first && due ? (
        <Notice
          kind={due.state === "late" ? "warn" : "info"}
          t={t}
          title={t(`schedule.state.${due.state}`, { on: formatDay(due.dueOn, { locale, style: "full" }) })}
        />
      ) : null}
      <Section id="changes" title={t(first ? "schedule.publish.first" : "schedule.publish.changes")}>
        <ChangeList t={t} locale={locale} changes={changes} total={content.works.length} first={first} />
      </Section>
      {issues.errors.length > 0 ? (
        issues.errors.map((error) => (
          <EmptyState
            key={error}
            why={t(`schedule.publish.error.${error}`)}
            action={<a href={back}>{t("schedule.repair.back")}</a>}
          />
        ))
      ) : (
        <Section id="confirm" title={t("schedule.publish.confirmTitle")}>
          {issues.warnings.length > 0 ? (
            <Notice kind="warn" t={t} title={t("schedule.publish.warnings")}>
              <ul className="grid gap-1">
                {issues.warnings.map(({ code, count }) => (
                  <li key={code}>{t(`schedule.publish.warning.${code}`, { count })}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <ActionForm
            id="publish"
            action={publishAction}
            words={{
              save: t("schedule.publish.button", { number: base + 1 }),
              saving: t("schedule.publish.publishing"),
              cancel: t("schedule.form.cancel"),
            }}
            back={back}
            hidden={{ schoolId: String(schoolId), year: String(year), fingerprint, base: String(base) }}
            fields={[
              ...(first
                ? []
                : [
                    {
                      kind: "text" as const,
                      name: "reason",
                      label: t("schedule.publish.reason"),
                      hint: t("schedule.publish.reasonHint"),
                      width: "full" as const,
                    },
                  ]),
              ...(issues.warnings.length > 0
                ? [{ kind: "tick" as const, name: "confirmed", label: t("schedule.publish.confirmed") }]
                : []),
            ]}
          />
        </Section>
      )}
    </>
  );
}
