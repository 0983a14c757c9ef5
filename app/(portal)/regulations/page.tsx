import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { HitList } from "#components/regulations/hit-list.tsx";
import { LibraryFilters } from "#components/regulations/library-filters.tsx";
import { RegulationList } from "#components/regulations/regulation-list.tsx";
import { clauseHref } from "#components/regulations/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { writableLevels } from "#lib/regulations/ownership.ts";
import { listRegulations, regulationsPerPage } from "#lib/regulations/queries.ts";
import { levels, libraryFilterSchema } from "#lib/regulations/schema.ts";
import { searchClauses } from "#lib/regulations/search-queries.ts";
import { pageWords, today } from "./read-regulation.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("library.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .catch(1);

export default async function RegulationsPage({ searchParams }: Props) {
  const viewer = await requireViewer("/regulations");
  const asked = await searchParams;
  const filter = libraryFilterSchema.parse(asked);
  const page = pageNumber.parse(asked.page);
  const words = await pageWords();
  const { t, day } = words;
  const on = filter.on ?? today();
  const { rows, total } = await answered(listRegulations(viewer, filter, today(), page));
  const found = filter.q === "" ? null : await answered(searchClauses(viewer, { ...filter, on }));
  const mayAdd = may(viewer, "regulations.edit") && writableLevels(viewer).length > 0;
  const filtered = filter.q !== "" || [filter.level, filter.kind, filter.topic, filter.on].some(Boolean);
  const pageHref = (number: number) => {
    const kept = Object.entries({ ...filter, page: String(number) }).filter(([, value]) => value);
    return `/regulations?${new URLSearchParams(Object.fromEntries(kept) as Record<string, string>)}`;
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.library.title")}
        lead={t("regulations.library.lead")}
        actions={
          <>
            {mayAdd ? (
              <LinkButton kind="primary" href="/regulations/new">
                {t("regulations.library.add")}
              </LinkButton>
            ) : null}
            <LinkButton href="/acts">{t("regulations.library.acts")}</LinkButton>
            <LinkButton href="/regulations/orphans">{t("regulations.library.orphans")}</LinkButton>
          </>
        }
      />
      <LibraryFilters t={t} chosen={filter} />
      {filter.on ? <p>{t("regulations.library.onDay", { day: day(filter.on) })}</p> : null}
      {found ? (
        <Section
          id="text"
          title={t(`regulations.library.${found.more ? "countMore" : "countText"}`, {
            count: found.hits.length,
          })}
          lead={
            found.alike && found.hits.length > 0
              ? t("regulations.library.alike", { count: found.hits.length })
              : null
          }
        >
          <HitList words={words} hits={found.hits} href={(hit) => clauseHref(hit.slug, hit.clauseKey)} />
        </Section>
      ) : null}
      {total === 0 && (found === null || found.hits.length === 0) ? (
        <EmptyState
          why={t(`regulations.library.${filtered ? "nothing" : "none"}`)}
          {...(filtered ? { action: <a href="/regulations">{t("regulations.library.clear")}</a> } : {})}
        />
      ) : null}
      {found && total > 0 ? (
        <Section id="titles" title={t("regulations.library.countTitles", { count: total })}>
          <RegulationList words={words} rows={rows} />
        </Section>
      ) : null}
      {found
        ? null
        : levels
            .filter((level) => rows.some((row) => row.level === level))
            .map((level) => (
              <Section key={level} id={level} title={t(`regulations.levels.${level}`)}>
                <RegulationList words={words} rows={rows.filter((row) => row.level === level)} />
              </Section>
            ))}
      <Pagination t={t} page={page} pages={Math.ceil(total / regulationsPerPage)} href={pageHref} />
    </>
  );
}
