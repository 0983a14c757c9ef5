import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecideForm } from "#components/checks/decide-form.tsx";
import { PreviewTable } from "#components/checks/preview-table.tsx";
import { RuleContentFacts } from "#components/checks/rule-content.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { previewDraft } from "#lib/checks/preview-queries.ts";
import { ruleTitle } from "#lib/checks/view.ts";
import { answered } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { numberIn, requestWords } from "../../../../insights/read-unit.ts";
import { readRule, today } from "../../read-rule.ts";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("preview.title") };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { viewer, code, versions, draft, mine } = await readRule((await params).code, "/preview");
  if (!mine || !draft) notFound();
  const year = numberIn(await searchParams, "year");
  const preview = await answered(() => previewDraft(viewer, code, year));
  const words = await requestWords();
  const { t, locale } = words;
  const day = (text: string) => formatDay(text, { locale, style: "short" });
  const title = ruleTitle(t, { code, ...draft.content });
  const caught = preview.caught.filter(({ findings }) => findings > 0);
  const findings = caught.reduce((sum, line) => sum + line.findings, 0);
  return (
    <>
      <PageHeader
        t={t}
        title={`${t("checks.preview.title")}: ${title}`}
        crumbs={[
          { href: "/checks/rules", label: t("checks.rules.title") },
          { href: `/checks/rules/${code}`, label: title },
          { label: t("checks.preview.title") },
        ]}
        lead={t("checks.preview.lead")}
        actions={<LinkButton href={`/checks/rules/${code}/edit`}>{t("checks.preview.edit")}</LinkButton>}
      />
      <RuleContentFacts
        words={words}
        code={code}
        content={draft.content}
        newest={versions[0] ?? null}
        day={day}
      />
      {preview.years.length > 1 ? (
        <Tabs
          label={t("checks.preview.years")}
          tabs={preview.years.map((one) => ({
            href: `/checks/rules/${code}/preview?year=${one}`,
            label: String(one),
            current: one === preview.year,
          }))}
        />
      ) : null}
      <Section id="caught" title={t("checks.preview.who")} lead={t("checks.preview.order")}>
        {preview.sets === 0 ? (
          <EmptyState why={t("checks.preview.nothing")} />
        ) : (
          <>
            <KeyFindings
              findings={[
                {
                  key: "caught",
                  text: t("checks.preview.finding", {
                    ...{ caught: caught.length, schools: preview.schools, findings, sets: preview.sets },
                  }),
                },
              ]}
            />
            {preview.cut ? (
              <Notice kind="info" t={t} title={t("checks.preview.cut", { sets: preview.sets })} />
            ) : null}
            {preview.caught.length > 0 ? <PreviewTable words={words} preview={preview} /> : null}
          </>
        )}
      </Section>
      <Section id="adopt" title={t("checks.preview.adopt")} lead={t("checks.preview.adoptLead")}>
        <DecideForm
          decision="adopt"
          kind="primary"
          hidden={{ code, draftVersion: draft.version }}
          today={today()}
          words={{
            effectiveOn: t("checks.preview.effectiveOn"),
            reason: t("checks.preview.reason"),
            reasonHint: t("checks.preview.reasonHint"),
            button: t("checks.preview.adoptButton"),
            sending: t("checks.preview.adopting"),
          }}
        />
      </Section>
    </>
  );
}
