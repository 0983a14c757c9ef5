import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActDraft } from "#components/acts/act-draft.tsx";
import { Checklist } from "#components/acts/checklist.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { formatDay } from "#lib/platform/format/day.ts";
import { toLocale } from "#messages/load.ts";
import { readAct } from "../read-act.ts";

type Props = { params: Promise<{ actId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readAct((await params).actId, "")).act.facts.title };
}

export default async function ActPage({ params }: Props) {
  const { act, today } = await readAct((await params).actId, "");
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const { adoptedOn, effectiveFrom, facts } = act;
  return (
    <>
      <PageHeader
        t={t}
        title={facts.title}
        crumbs={[{ label: t("acts.page.crumb"), href: "/acts" }, { label: facts.title }]}
        facts={t("acts.page.facts", {
          school: facts.school,
          schoolYear: facts.schoolYear,
          state: t(`acts.page.state.${act.state}`),
        })}
        lead={
          adoptedOn && effectiveFrom ? (
            <p>
              {t("acts.page.adoptedFacts", {
                on: formatDay(adoptedOn, { locale }),
                number: act.orderNumber,
                from: formatDay(effectiveFrom, { locale }),
              })}
            </p>
          ) : null
        }
        actions={
          <>
            <LinkButton href={`/acts/${act.id}/preview`}>{t("acts.page.preview")}</LinkButton>
            <LinkButton href={`/api/acts/${act.id}`}>{t("acts.page.docx")}</LinkButton>
            {act.regulationSlug ? (
              <LinkButton href={`/regulations/${act.regulationSlug}`}>{t("acts.page.regulation")}</LinkButton>
            ) : null}
          </>
        }
      />
      {act.state === "draft" ? (
        <Section id="check" title={t("acts.check.title")}>
          <Checklist t={t} kept={act.kept} errors={act.issues.errors} warnings={act.issues.warnings} />
        </Section>
      ) : null}
      {act.mayEdit ? <ActDraft t={t} act={act} today={today} /> : null}
    </>
  );
}
