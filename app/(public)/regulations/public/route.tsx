import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { HitList } from "#components/regulations/hit-list.tsx";
import { PublicRegulationSearch } from "#components/regulations/public-search.tsx";
import { RegulationList } from "#components/regulations/regulation-list.tsx";
import { clauseAnchor, wordsOf } from "#components/regulations/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { listPublicRegulations, searchPublicClauses } from "#lib/regulations/public-queries.ts";
import { levels } from "#lib/regulations/schema.ts";
import { answer } from "../../answer.tsx";

const asked = z.object({
  q: z.string().trim().max(200).catch(""),
  school: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
});

/** Public regulations in force, by level; with a search also in their texts. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async (reader) => {
    const { t, link, locale } = reader;
    const words = wordsOf(t, locale);
    const query = new URL(request.url).searchParams;
    const { q, school } = asked.parse({ q: query.get("q") ?? "", school: query.get("school") ?? undefined });
    const on = dayOf(currentInstant(), env.TIME_ZONE);
    const rows = await listPublicRegulations(
      { q, level: undefined, ...(school ? { schoolSlug: school } : {}) },
      on,
    );
    const found = q === "" ? null : await searchPublicClauses(q, on);
    const href = (slug: string) => link(`/regulations/public/${slug}`);
    const nothing = rows.length === 0 && (found === null || found.hits.length === 0);
    return {
      title: t("regulations.open.title"),
      description: t("regulations.open.description"),
      body: (
        <>
          <PageHeader t={t} title={t("regulations.open.title")} lead={<p>{t("regulations.open.lead")}</p>} />
          <PublicRegulationSearch reader={reader} q={q} />
          {nothing ? (
            <EmptyState
              why={q === "" ? t("regulations.open.none") : t("regulations.open.nothing", { q })}
              {...(q === ""
                ? {}
                : { action: <a href={link("/regulations/public")}>{t("regulations.open.all")}</a> })}
            />
          ) : null}
          {found && found.hits.length > 0 ? (
            <Section
              id="text"
              title={t("regulations.library.countText", { count: found.hits.length })}
              lead={found.alike ? t("regulations.library.alike", { count: found.hits.length }) : null}
            >
              <HitList
                words={words}
                hits={found.hits}
                href={({ slug, clauseKey }) => `${href(slug)}#${encodeURIComponent(clauseAnchor(clauseKey))}`}
              />
            </Section>
          ) : null}
          {levels
            .filter((level) => rows.some((row) => row.level === level))
            .map((level) => (
              <Section key={level} id={level} title={t(`regulations.levels.${level}`)}>
                <RegulationList
                  words={words}
                  rows={rows.filter((row) => row.level === level)}
                  href={href}
                  access={false}
                />
              </Section>
            ))}
        </>
      ),
    };
  });
}
