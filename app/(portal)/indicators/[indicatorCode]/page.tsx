import type { Metadata } from "next";
import { AdoptionSection } from "#components/indicators/adoption-section.tsx";
import { BasisList } from "#components/indicators/basis-list.tsx";
import { HowSection } from "#components/indicators/how-section.tsx";
import { IndicatorActions } from "#components/indicators/indicator-actions.tsx";
import { IndicatorFacts } from "#components/indicators/indicator-facts.tsx";
import { IndicatorOrigin } from "#components/indicators/indicator-origin.tsx";
import { LevelsSection } from "#components/indicators/levels-section.tsx";
import { valueRows } from "#components/indicators/value-rows.ts";
import { ValueSlot } from "#components/indicators/value-slot.tsx";
import { VersionDiff, VersionsTable } from "#components/indicators/versions-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listOwnValues } from "#lib/indicators/history-queries.ts";
import { unitOf } from "#lib/indicators/owner.ts";
import { indicatorDefinition, indicatorName } from "#lib/indicators/view.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { pageWords, today } from "../page-words.ts";
import { basisLines, readIndicator } from "./read-indicator.ts";

type Props = {
  params: Promise<{ indicatorCode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await readIndicator((await params).indicatorCode);
  return { title: `${indicator.code} · ${indicatorName(await pageWords(), indicator.shown)}` };
}

export default async function OneIndicatorPage({ params, searchParams }: Props) {
  const { viewer, indicator, href } = await readIndicator((await params).indicatorCode);
  const words = await pageWords();
  const { t } = words;
  const { code, shown, versions } = indicator;
  const bases = await basisLines(viewer, indicator, words);
  const values = await answered(listOwnValues(viewer, indicator.id));
  const unit = unitOf(viewer);
  const { compare, said } = await searchParams;
  const pair = /^(\d{1,4})-(\d{1,4})$/.exec(String(compare ?? ""));
  const [before, after] = [pair?.[1], pair?.[2]].map((text) =>
    versions.find(({ version }) => version === Number(text)),
  );
  const measured = shown.unit !== "heading";
  return (
    <>
      <PageHeader
        t={t}
        title={`${code} · ${indicatorName(words, shown)}`}
        crumbs={[{ href: "/indicators", label: t("indicators.crumb") }, { label: code }]}
        facts={`${t(`indicators.families.${indicator.family}`)} · ${t(`indicators.rules.${shown.ruleKind}`)} · ${t(`indicators.units.${shown.unit}`)}`}
        lead={indicatorDefinition(words, shown)}
        actions={<IndicatorActions t={t} indicator={indicator} href={href} />}
      />
      {said === "done" || said === "ended" ? (
        <Notice kind="ok" t={t} role="status" title={t(`indicators.adoptForm.${said}`)} />
      ) : null}
      <IndicatorOrigin words={words} indicator={indicator} />
      <HowSection words={words} version={shown} today={today()} />
      {measured ? (
        <Section id="values" title={t("indicators.page.values")}>
          <ValueSlot t={t} rows={valueRows({ ...words, timeZone: env.TIME_ZONE }, indicator, values)} />
        </Section>
      ) : null}
      <Section id="about" title={t("indicators.page.about")}>
        <IndicatorFacts words={words} indicator={indicator} />
      </Section>
      <Section id="basis" title={t("indicators.page.basis")}>
        <BasisList t={t} lines={bases} />
        {unit && may(viewer, "indicators.edit") ? (
          <p>
            <a href={`${href}/links`}>{t("indicators.page.link")}</a>
          </p>
        ) : null}
      </Section>
      {measured ? (
        <>
          <LevelsSection words={words} indicator={indicator} unit={unit} today={today()} href={href} />
          <AdoptionSection words={words} indicator={indicator} unit={unit} today={today()} />
        </>
      ) : null}
      {indicator.basedOn ? (
        <Section id="origin" title={t("indicators.page.diffOrigin")}>
          <VersionDiff
            id="origin-table"
            words={words}
            before={indicator.basedOn.version}
            after={shown}
            caption={t("indicators.page.diffOrigin")}
          />
        </Section>
      ) : null}
      <Section id="versions" title={t("indicators.page.versions")}>
        <VersionsTable words={words} code={code} versions={versions} href={href} />
      </Section>
      {before && after ? (
        <Section id="diff" title={t("indicators.page.diff", { a: before.version, b: after.version })}>
          <VersionDiff
            id="diff-table"
            words={words}
            before={before}
            after={after}
            caption={t("indicators.page.diffCaption", { a: before.version, b: after.version })}
          />
        </Section>
      ) : null}
    </>
  );
}
