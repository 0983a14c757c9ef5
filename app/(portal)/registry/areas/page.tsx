import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { MunicipalityForm, RegionForm } from "#components/schools/area-forms.tsx";
import { AreasTable } from "#components/schools/areas-table.tsx";
import { DoneNotice } from "#components/schools/done-notice.tsx";
import { formWords } from "#components/schools/form-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { addMunicipality, addRegion } from "#lib/schools/actions.ts";
import { listMunicipalities, listRegions } from "#lib/schools/queries.ts";
import { doneParam } from "#lib/schools/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("schools.areas.title") };
}

export default async function AreasPage({ searchParams }: PageProps<"/registry/areas">) {
  const viewer = await requireViewer("/registry/areas");
  const municipalities = await answered(listMunicipalities(viewer));
  const regions = await answered(listRegions(viewer));
  const done = doneParam.parse((await searchParams).done ?? null);
  const t = await getTranslations();
  const options = regions.map((one) => ({ value: String(one.id), label: one.name }));
  return (
    <>
      <PageHeader
        t={t}
        title={t("schools.areas.title")}
        lead={t("schools.areas.lead")}
        crumbs={[{ label: t("schools.list.title"), href: "/registry" }, { label: t("schools.areas.title") }]}
      />
      <DoneNotice t={t} done={done} />
      {municipalities.length === 0 ? (
        <EmptyState why={t(regions.length === 0 ? "schools.areas.emptyRegions" : "schools.areas.empty")} />
      ) : (
        <AreasTable t={t} municipalities={municipalities} regions={regions} />
      )}
      {may(viewer, "municipalities.add") && options.length > 0 ? (
        <Section id="add-municipality" title={t("schools.areas.addMunicipality")}>
          <MunicipalityForm
            action={addMunicipality}
            words={formWords(t, t("schools.areas.saveMunicipality"))}
            regions={options}
          />
        </Section>
      ) : null}
      {may(viewer, "regions.add") ? (
        <Section id="add-region" title={t("schools.areas.addRegion")}>
          <RegionForm action={addRegion} words={formWords(t, t("schools.areas.saveRegion"))} />
        </Section>
      ) : null}
    </>
  );
}
