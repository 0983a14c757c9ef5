import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { OrphanList } from "#components/regulations/orphan-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listOrphanClauses } from "#lib/regulations/clause-queries.ts";
import { pageWords, today } from "../read-regulation.ts";
import { linksOfAll } from "./links.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("orphans.title") };
}

/** What hangs in the air: clauses on which nothing stands, and indicators that stand on nothing. */
export default async function OrphansPage() {
  const viewer = await requireViewer("/regulations/orphans");
  const words = await pageWords();
  const { t } = words;
  const { linked, indicators } = await linksOfAll(viewer, words.locale, today());
  const regulations = await answered(() => listOrphanClauses(viewer, linked, today()));
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.orphans.title")}
        lead={t("regulations.orphans.lead")}
        crumbs={[
          { label: t("regulations.title"), href: "/regulations" },
          { label: t("regulations.orphans.title") },
        ]}
      />
      <Section id="clauses" title={t("regulations.orphans.clauses")}>
        {regulations.length === 0 ? <EmptyState why={t("regulations.orphans.none")} /> : null}
        <OrphanList t={t} regulations={regulations} />
      </Section>
      {indicators === null ? null : (
        <Section id="indicators" title={t("regulations.orphans.indicators")}>
          {indicators.length === 0 ? (
            <p>{t("regulations.orphans.noneIndicators")}</p>
          ) : (
            <ul className="grid gap-1">
              {indicators.map(({ key, label, href, note }) => (
                <li key={key}>
                  {href ? <a href={href}>{label}</a> : label}
                  {note ? <span className="text-small text-ink-2"> — {note}</span> : null}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  );
}
