import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { openSections } from "#components/layout/portal-nav.ts";
import { findUnitName } from "#lib/people/queries.ts";
import { requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

export default async function DeskPage() {
  const viewer = await requireViewer("/desk");
  const t = await getTranslations();
  const unit = (await findUnitName(viewer)) ?? t("frame.wholePortal");
  return (
    <>
      <PageHeader
        t={t}
        title={t("desk.greeting", { name: viewer.name })}
        facts={t("desk.facts", { role: t(`people.roles.${viewer.role}`), unit })}
        lead={t("desk.lead")}
      />
      <ul className="grid gap-1">
        {openSections(viewer).map((name) => (
          <li key={name}>
            <a href={`/${name}`} className="inline-flex min-h-11 items-center">
              {t(`desk.links.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
