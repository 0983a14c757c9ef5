import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CatalogueFilters } from "#components/indicators/catalogue-filters.tsx";
import { CatalogueTable } from "#components/indicators/catalogue-table.tsx";
import { IndicatorTabs } from "#components/indicators/indicator-tabs.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { unitOf } from "#lib/indicators/owner.ts";
import { listCatalogue } from "#lib/indicators/queries.ts";
import { catalogueFilterSchema } from "#lib/indicators/schema.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { pageWords, today } from "./page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CataloguePage({ searchParams }: Props) {
  const viewer = await requireViewer("/indicators");
  const chosen = catalogueFilterSchema.parse(await searchParams);
  const { lines, total, all, page, pages } = await answered(() => listCatalogue(viewer, chosen, today()));
  const words = await pageWords();
  const { t } = words;
  const asked = Object.entries({ ...chosen, page: undefined }).flatMap(([name, value]) =>
    value ? [[name, String(value)] as [string, string]] : [],
  );
  const unit = unitOf(viewer);
  const caption = t("indicators.list.caption", { total, all });
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicators.title")}
        lead={t("indicators.lead")}
        actions={
          may(viewer, "indicators.edit") ? (
            <LinkButton kind="primary" href="/indicators/new">
              {t("indicators.add")}
            </LinkButton>
          ) : null
        }
      />
      <IndicatorTabs t={t} current="/indicators" />
      <CatalogueFilters
        t={t}
        chosen={chosen}
        hasUnit={viewer.scope.kind !== "all"}
        hasBelow={unit === null ? viewer.scope.kind === "all" : unit.kind !== "school"}
      />
      {total > 0 ? <p role="status">{caption}</p> : null}
      {[...Map.groupBy(lines, ({ family }) => family)].map(([family, ofFamily]) => (
        <Section key={family} id={family} title={t(`indicators.families.${family}`)}>
          <CatalogueTable
            words={words}
            id={`table-${family}`}
            caption={t("indicators.list.tableCaption", {
              family: t(`indicators.families.${family}`),
              count: ofFamily.length,
            })}
            lines={ofFamily}
          />
        </Section>
      ))}
      {total === 0 ? (
        <EmptyState
          why={
            all === 0
              ? t("indicators.list.truly")
              : t("indicators.list.nothing", { filter: asked.map(([, value]) => value).join(", ") })
          }
          action={all === 0 ? null : <a href="/indicators">{t("indicators.list.clear")}</a>}
        />
      ) : null}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        href={(number) => `/indicators?${new URLSearchParams([...asked, ["page", String(number)]])}`}
      />
    </>
  );
}
