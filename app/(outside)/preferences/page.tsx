import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PreferencesForm } from "#components/layout/preferences-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { localPath } from "#lib/platform/access/local-path.ts";
import { chosenPreferences } from "./chosen.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preferences");
  return { title: t("title"), robots: { index: false } };
}

const search = z.object({
  back: z.string().optional().catch(undefined),
  saved: z.literal("yes").optional().catch(undefined),
});

/** Settings for people with low vision, the same page for everybody and without any script. */
export default async function PreferencesPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { back, saved } = search.parse(await searchParams);
  const path = localPath(back, "/");
  const t = await getTranslations();
  return (
    <>
      <PageHeader t={t} title={t("preferences.title")} lead={t("preferences.lead")} />
      {saved ? (
        <Notice kind="ok" t={t} title={t("preferences.saved")}>
          <p>
            <a href={path}>{t("preferences.back")}</a>
          </p>
        </Notice>
      ) : null}
      <PreferencesForm chosen={await chosenPreferences()} back={path} t={t} />
    </>
  );
}
