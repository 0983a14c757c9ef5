import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { MappingForm } from "#components/results/mapping/mapping-form.tsx";
import { mappingTexts } from "#components/results/mapping/mapping-texts.ts";
import { PlaceForm } from "#components/results/mapping/place-form.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { saveMappingAction } from "#lib/results/actions.ts";
import { mappingParams } from "#lib/results/mapping/mapping-form.ts";
import { getMapping } from "#lib/results/mapping/queries.ts";
import { idOrNotFound, readWords } from "../../../read.ts";
import { readChoices } from "../read-choices.ts";

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("mapping.pageTitle") };
}

export default async function MappingPage({ params, searchParams }: Props) {
  const id = idOrNotFound((await params).importId);
  const viewer = await requireViewer(`/results/imports/${id}/mapping`);
  const asked = mappingParams.parse(await searchParams);
  const view = await answered(() => getMapping(viewer, id, asked));
  const choices = await answered(readChoices(viewer));
  const words = await readWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("mapping.title")}
        crumbs={[
          { label: t("results.list.title"), href: "/results/imports" },
          { label: view.fileName, href: `/results/imports/${id}` },
          { label: t("mapping.pageTitle") },
        ]}
        lead={`${t("mapping.lead")} ${t("mapping.remembered")}`}
      />
      <Section id="place" title={t("mapping.place.title")} lead={t("mapping.place.lead")}>
        <PlaceForm t={t} view={view} />
      </Section>
      <MappingForm
        // Fields keep the values they were born with: another header row is another form.
        key={`${view.sheet} ${view.headerRow}`}
        action={saveMappingAction}
        importId={view.id}
        {...mappingTexts(words, view, choices, viewer)}
      />
    </>
  );
}
