import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { LinkForm } from "#components/indicators/link-form.tsx";
import { PartHeader } from "#components/indicators/part-header.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import { unitOf } from "#lib/indicators/owner.ts";
import { indicatorName } from "#lib/indicators/view.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { findClauses } from "#lib/regulations/search-queries.ts";
import { pageWords, today } from "../../page-words.ts";
import { readIndicator } from "../read-indicator.ts";

type Props = {
  params: Promise<{ indicatorCode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await readIndicator((await params).indicatorCode);
  const words = await pageWords();
  return { title: words.t("indicators.linkForm.title", { name: indicatorName(words, indicator.shown) }) };
}

export default async function LinksPage({ params, searchParams }: Props) {
  const { viewer, indicator, href } = await readIndicator((await params).indicatorCode);
  if (unitOf(viewer) === null || !may(viewer, "indicators.edit")) forbidden();
  const words = await pageWords();
  const { t } = words;
  const asked = (await searchParams).q;
  const q = typeof asked === "string" ? asked.trim().slice(0, 200) : "";
  const hits = q === "" ? [] : await answered(findClauses(viewer, { q, on: today() }));
  const title = t("indicators.linkForm.title", { name: indicatorName(words, indicator.shown) });
  return (
    <>
      <PartHeader
        t={t}
        title={title}
        code={indicator.code}
        href={href}
        lead={t("indicators.linkForm.lead")}
      />
      <SearchForm
        id="q"
        name="q"
        value={q}
        words={{
          label: t("indicators.linkForm.search"),
          submit: t("indicators.linkForm.find"),
          clear: t("indicators.linkForm.clear"),
        }}
        clearHref={`${href}/links`}
      />
      {q !== "" && hits.length === 0 ? <p role="status">{t("indicators.linkForm.nothing")}</p> : null}
      <LinkForm words={words} indicatorId={indicator.id} hits={hits} back={href} />
    </>
  );
}
