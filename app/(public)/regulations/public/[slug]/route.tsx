import { PageHeader } from "#components/layout/page-header.tsx";
import { Refusal } from "#components/layout/refusal.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Reader } from "#components/public/reader.ts";
import { ClauseText } from "#components/regulations/clause-text.tsx";
import { ContentsList } from "#components/regulations/contents-list.tsx";
import { FileList } from "#components/regulations/file-list.tsx";
import { periodText, wordsOf } from "#components/regulations/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { findPublicRegulation } from "#lib/regulations/public-queries.ts";
import { regulationIdSchema, slugSchema } from "#lib/regulations/schema.ts";
import { answer, type Page } from "../../../answer.tsx";

type Props = { params: Promise<{ slug: string }> };

/** The text of a public regulation: the edition in force, or another adopted one. A page without scripts. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  return answer(request, async (reader) => {
    const { t, link, locale } = reader;
    const words = wordsOf(t, locale);
    const asked = regulationIdSchema.safeParse(new URL(request.url).searchParams.get("edition") ?? "");
    const today = dayOf(currentInstant(), env.TIME_ZONE);
    const found = slugSchema.safeParse(slug).success
      ? await findPublicRegulation(slug, asked.success ? asked.data : null, today)
      : null;
    if (!found) return missing(reader);
    const { regulation, edition, editions, clauses, files } = found;
    const others = editions.filter(({ id }) => id !== edition.id);
    const by = edition.adoptedBy;
    return {
      title: regulation.title,
      description: regulation.title,
      ...(asked.success ? {} : { canonical: `/regulations/public/${slug}` }),
      body: (
        <>
          <PageHeader
            t={t}
            title={regulation.title}
            crumbs={[
              { label: t("regulations.open.title"), href: link("/regulations/public") },
              { label: regulation.shortTitle === "" ? regulation.title : regulation.shortTitle },
            ]}
            facts={[t(`regulations.kind.${regulation.kind}`), regulation.unit].filter(Boolean).join(" · ")}
            lead={
              <p>
                {t("regulations.open.page", {
                  number: edition.number,
                  from: edition.effectiveFrom ? words.day(edition.effectiveFrom) : "",
                  to: edition.effectiveTo ? words.day(edition.effectiveTo) : "none",
                  by,
                })}
              </p>
            }
          />
          {edition.state === "inForce" ? null : (
            <Notice kind="warn" t={t} title={t("regulations.page.notCurrent")}>
              <a href={link(`/regulations/public/${slug}`)}>{t("regulations.page.openCurrent")}</a>
            </Notice>
          )}
          {files.length > 0 ? <FileList t={t} files={files} /> : null}
          <ContentsList title={t("regulations.open.contents")} clauses={clauses} />
          {clauses.length > 0 ? (
            <ClauseText words={words} clauses={clauses} level={2} />
          ) : (
            <EmptyState why={t("regulations.page.noText")} />
          )}
          {others.length > 0 ? (
            <Section id="editions" title={t("regulations.open.editions")}>
              <ul className="grid gap-1">
                {others.map((other) => (
                  <li key={other.id}>
                    <a
                      href={link(`/regulations/public/${slug}?edition=${other.id}`)}
                      className="inline-flex min-h-11 items-center"
                    >
                      {t("regulations.page.textOf", { number: other.number })}
                    </a>{" "}
                    <span className="text-small text-ink-2">{periodText(words, other)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      ),
    };
  });
}

function missing({ t, link }: Reader): Page {
  const title = t("regulations.open.missing");
  const links = [{ href: link("/regulations/public"), label: t("regulations.open.all") }];
  return {
    status: 404,
    title,
    body: <Refusal t={t} title={title} text={t("regulations.open.missingText")} links={links} />,
  };
}
