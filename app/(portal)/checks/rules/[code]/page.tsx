import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecideForm } from "#components/checks/decide-form.tsx";
import { RuleContentFacts } from "#components/checks/rule-content.tsx";
import { RuleVersions } from "#components/checks/rule-versions.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ruleTitle } from "#lib/checks/view.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { requestWords } from "../../../insights/read-unit.ts";
import { readRule, today } from "../read-rule.ts";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, versions, draft } = await readRule((await params).code);
  return { title: ruleTitle(await getTranslations(), { code, ...(versions[0] ?? draft)!.content }) };
}

export default async function RulePage({ params, searchParams }: Props) {
  const { code, versions, draft, mine } = await readRule((await params).code);
  const words = await requestWords();
  const { t, locale } = words;
  const day = (text: string) => formatDay(text, { locale, style: "short" });
  const [newest] = versions;
  const content = (newest ?? draft)!.content;
  const title = ruleTitle(t, { code, ...content });
  const adopted = (await searchParams).adopted !== undefined;
  const later = (newest?.effectiveOn ?? "") > today();
  return (
    <>
      <PageHeader
        t={t}
        title={title}
        crumbs={[
          { href: "/checks", label: t("checks.title") },
          { href: "/checks/rules", label: t("checks.rules.title") },
          { label: title },
        ]}
        actions={
          mine ? (
            <>
              <LinkButton kind="primary" href={`/checks/rules/${code}/edit`}>
                {t(draft ? "checks.rule.continue" : "checks.rule.edit")}
              </LinkButton>
              {draft ? (
                <LinkButton href={`/checks/rules/${code}/preview`}>{t("checks.rule.preview")}</LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      {adopted ? (
        <Notice
          kind="ok"
          t={t}
          role="status"
          title={t(later ? "checks.rule.adoptedLater" : "checks.rule.adopted")}
        />
      ) : null}
      <Section id="content" title={t("checks.rule.content")}>
        <RuleContentFacts words={words} code={code} content={content} newest={newest ?? null} day={day} />
      </Section>
      {versions.length > 0 ? (
        <Section id="versions" title={t("checks.rule.versions")}>
          <RuleVersions words={words} versions={versions} day={day} />
        </Section>
      ) : null}
      {mine && newest && !newest.off ? (
        <Fold summary={t("checks.rule.switchOff")}>
          <p className="max-w-measure">{t("checks.rule.switchOffLead")}</p>
          <DecideForm
            decision="switchOff"
            kind="danger"
            hidden={{ code, basedOn: newest.version }}
            today={today()}
            words={{
              effectiveOn: t("checks.preview.effectiveOn"),
              reason: t("checks.rule.reason"),
              reasonHint: t("checks.preview.reasonHint"),
              button: t("checks.rule.switchOff"),
              sending: t("checks.act.sending"),
            }}
          />
        </Fold>
      ) : null}
      {mine ? null : <p className="text-small text-ink-2">{t("checks.rule.notMine")}</p>}
    </>
  );
}
