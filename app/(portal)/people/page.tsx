import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PeopleTable } from "#components/people/people-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import { listPeople } from "#lib/people/queries.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

const query = z.object({ search: z.string().trim().max(120).catch("") });

export default async function PeoplePage({ searchParams }: { searchParams: Promise<unknown> }) {
  const viewer = await requireViewer("/people");
  const { search } = query.parse(await searchParams);
  const { people, more } = await answered(() => listPeople(viewer, search));
  const t = await getTranslations();
  const words = {
    label: t("people.search.label"),
    submit: t("people.search.submit"),
    clear: t("people.search.clear"),
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("people.title")}
        lead={t("people.lead")}
        actions={
          may(viewer, "people.manage") ? (
            <LinkButton kind="primary" href="/people/invite">
              {t("people.invite.action")}
            </LinkButton>
          ) : null
        }
      />
      <SearchForm id="people-search" name="search" value={search} words={words} clearHref="/people" />
      {people.length > 0 ? (
        <PeopleTable people={people} search={search} t={t} />
      ) : (
        <EmptyState
          why={search ? t("people.empty.search", { search }) : t("people.empty.none")}
          action={search ? <a href="/people">{words.clear}</a> : null}
        />
      )}
      {more ? <p>{t("people.table.more", { count: people.length })}</p> : null}
    </>
  );
}
