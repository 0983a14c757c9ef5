import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { DraftAdoption } from "#components/regulations/draft-adoption.tsx";
import { DraftFacts } from "#components/regulations/draft-facts.tsx";
import { DraftFiles } from "#components/regulations/draft-files.tsx";
import { DraftText } from "#components/regulations/draft-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { docxRefusals } from "#lib/regulations/docx/refusals.ts";
import { MOST_FILE_BYTES } from "#lib/regulations/limits.ts";
import { getEdition } from "#lib/regulations/queries.ts";
import { adoptionPlan } from "#lib/regulations/rules.ts";
import { idOf, pageWords, readRegulation, regulationCrumbs, today } from "../../../read-regulation.ts";

type Props = {
  params: Promise<{ slug: string; editionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const refusals = [
  ...docxRefusals,
  "noFile",
  "broken",
  "sameFile",
  "tooManyFiles",
  "changedMeanwhile",
  "adopted",
] as const;
const word = z.string().max(80).optional().catch(undefined);
const asked = z.object({
  clause: word,
  after: word,
  taken: word,
  refused: z.enum(refusals).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("draft.newTitle") };
}

/** Where a draft is made: its facts, its text, its files, and adopting it. */
export default async function DraftPage({ params, searchParams }: Props) {
  const { slug, editionId } = await params;
  const query = asked.parse(await searchParams);
  const { viewer, regulation } = await readRegulation(slug, `/editions/${editionId}`, "regulations.edit");
  const id = idOf(editionId);
  const stands = regulation.editions.find((one) => one.id === id);
  if (!stands) notFound();
  if (stands.status === "adopted") redirect(`/regulations/${slug}?edition=${id}`);
  const { edition, clauses, files } = await answered(getEdition(viewer, id, today()));
  const words = await pageWords();
  const { t } = words;
  const page = `/regulations/${slug}/editions/${id}`;
  const before = regulation.editions.find(({ id: one }) => one === edition.replacesId);
  const plan = adoptionPlan(
    { ...edition, clauses: clauses.length, files: files.length },
    regulation.editions.filter(({ status }) => status === "adopted"),
  );
  const megabytes = MOST_FILE_BYTES >> 20;
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.draft.title", { number: edition.number })}
        lead={t("regulations.draft.lead")}
        crumbs={regulationCrumbs(words, regulation, t("regulations.draft.crumb", { number: edition.number }))}
        actions={
          before && before.clauses > 0 && clauses.length > 0 ? (
            <a href={`/regulations/${slug}/compare?from=${before.id}&to=${id}`}>
              {t("regulations.draft.compare")}
            </a>
          ) : null
        }
      />
      {query.refused ? (
        <Notice kind="risk" t={t} role="alert" title={t("regulations.docx.title")}>
          <p>{refusalText(query.refused)}</p>
        </Notice>
      ) : null}
      {query.taken ? <Notice kind="ok" t={t} role="status" title={t("regulations.draft.taken")} /> : null}
      <DraftFacts t={t} edition={edition} />
      <DraftText
        words={words}
        page={page}
        edition={edition}
        clauses={clauses}
        editing={query.clause ?? null}
        adding={query.after ?? null}
        megabytes={megabytes}
      />
      <DraftFiles t={t} edition={edition} files={files} megabytes={megabytes} />
      <DraftAdoption
        words={words}
        edition={edition}
        plan={plan}
        mayAdopt={may(viewer, "regulations.adopt")}
      />
    </>
  );

  function refusalText(code: (typeof refusals)[number]): string {
    const params = { limit: megabytes, megabytes: 64, seconds: 10 };
    return (docxRefusals as readonly string[]).includes(code)
      ? t(`regulations.docx.${code}`, params)
      : t(`regulations.refused.${code}`, { limit: 12 });
  }
}
