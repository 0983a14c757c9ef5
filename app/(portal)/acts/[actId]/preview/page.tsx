import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActDocumentView } from "#components/acts/act-document.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { readAct } from "../../read-act.ts";

type Props = { params: Promise<{ actId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readAct((await params).actId, "/preview")).act.document.title };
}

/** The whole act as it will be printed. */
export default async function ActPreviewPage({ params }: Props) {
  const { act } = await readAct((await params).actId, "/preview");
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={act.document.title}
        crumbs={[
          { label: t("acts.page.crumb"), href: "/acts" },
          { label: act.facts.title, href: `/acts/${act.id}` },
          { label: t("acts.page.whole") },
        ]}
        facts={t("acts.page.facts", {
          school: act.facts.school,
          schoolYear: act.facts.schoolYear,
          state: t(`acts.page.state.${act.state}`),
        })}
        actions={<LinkButton href={`/api/acts/${act.id}`}>{t("acts.page.docx")}</LinkButton>}
      />
      <ActDocumentView t={t} act={act.document} />
    </>
  );
}
