import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SchoolList } from "#components/public/school-list.tsx";
import { SchoolSearch } from "#components/public/school-search.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { listPublicMunicipalities, listPublicSchools } from "#lib/schools/public-queries.ts";
import { answer } from "../answer.tsx";

const asked = z.object({
  q: z.string().trim().max(100).catch(""),
  municipality: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .catch(1),
});

/** Open schools by name, with search by name and municipality. Never by results. One that is found alone is opened. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async (reader) => {
    const { t, link } = reader;
    const query = new URL(request.url).searchParams;
    const { q, municipality, page } = asked.parse({
      q: query.get("q") ?? "",
      municipality: query.get("municipality"),
      page: query.get("page") ?? "1",
    });
    const list = await listPublicSchools({ search: q, municipality, page });
    const [only] = list.rows;
    if (q !== "" && list.total === 1 && only)
      return new Response(null, { status: 303, headers: { Location: link(`/schools/${only.slug}`) } });
    const municipalities = await listPublicMunicipalities();
    const filtered = q !== "" || municipality !== null;
    const counted = t(filtered ? "public.schools.found" : "public.schools.all", { count: list.total });
    const pageHref = (number: number) =>
      link(`/schools?${new URLSearchParams({ q, municipality: municipality ?? "", page: String(number) })}`);
    return {
      title: t("public.schools.title"),
      description: t("public.schools.description"),
      place: "schools",
      body: (
        <>
          <PageHeader
            t={t}
            title={t("public.schools.title")}
            lead={
              <p>
                {t("public.schools.lead")} {t("public.noRanking")}{" "}
                <a href={link("/method#ranking")}>{t("public.whyNoRanking")}</a>
              </p>
            }
          />
          <SchoolSearch
            reader={reader}
            search={q}
            municipality={municipality}
            municipalities={municipalities}
          />
          {list.total > 0 ? (
            <section className="grid gap-3" aria-labelledby="found">
              <h2 id="found">
                {list.pages > 1
                  ? t("public.schools.page", { list: counted, page: list.page, pages: list.pages })
                  : counted}
              </h2>
              <SchoolList reader={reader} schools={list.rows} />
            </section>
          ) : (
            <EmptyState
              why={
                q !== ""
                  ? t("public.schools.empty", { search: q })
                  : t(filtered ? "public.schools.emptyHere" : "public.schools.none")
              }
              {...(filtered ? { action: <a href={link("/schools")}>{t("public.search.clear")}</a> } : {})}
            />
          )}
          <Pagination t={t} page={list.page} pages={list.pages} href={pageHref} />
        </>
      ),
    };
  });
}
