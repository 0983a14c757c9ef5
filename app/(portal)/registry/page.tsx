import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SchoolSearch } from "#components/schools/school-search.tsx";
import { SchoolTable } from "#components/schools/school-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listMunicipalities, listSchools } from "#lib/schools/queries.ts";
import { listSchema } from "#lib/schools/schema.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("schools.list.title") };
}

export default async function RegistryPage({ searchParams }: PageProps<"/registry">) {
  const viewer = await requireViewer("/registry");
  const asked = listSchema.parse(await searchParams);
  const filter = { search: asked.q, municipalityId: asked.municipality, page: asked.page };
  const { rows, total, page, pages } = await answered(listSchools(viewer, filter));
  const municipalities = await answered(listMunicipalities(viewer));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const mayEdit = may(viewer, "schools.edit");
  const filtered = asked.q !== "" || asked.municipality !== null;
  const pageHref = (number: number) => {
    const query = new URLSearchParams({
      q: asked.q,
      municipality: String(asked.municipality ?? ""),
      page: String(number),
    });
    return `/registry?${query}`;
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.list.title")}
        lead={t("schools.list.lead")}
        actions={
          mayEdit ? (
            <>
              <LinkButton kind="primary" href="/registry/import">
                {t("schools.list.import")}
              </LinkButton>
              <LinkButton href="/registry/new">{t("schools.list.add")}</LinkButton>
              <LinkButton href="/registry/areas">{t("schools.list.areas")}</LinkButton>
            </>
          ) : null
        }
      />
      {total > 0 || filtered ? (
        <SchoolSearch
          t={t}
          search={asked.q}
          municipalityId={asked.municipality}
          municipalities={municipalities}
        />
      ) : null}
      {total > 0 ? (
        <SchoolTable {...{ t, locale, rows, total, page, pages }} municipality={municipalities.length > 1} />
      ) : filtered ? (
        <EmptyState
          why={
            asked.q === "" ? t("schools.list.notFoundHere") : t("schools.list.notFound", { search: asked.q })
          }
          action={<a href="/registry">{t("schools.list.clear")}</a>}
        />
      ) : (
        <EmptyState
          why={t("schools.list.empty")}
          {...(mayEdit
            ? { action: <a href="/registry/import">{t("schools.list.import")}</a> }
            : { waiting: t("schools.list.emptyWaiting") })}
        />
      )}
      <Pagination t={t} page={page} pages={pages} href={pageHref} />
    </>
  );
}
