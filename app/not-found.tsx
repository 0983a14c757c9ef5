import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Refusal } from "#components/layout/refusal.tsx";
import { Outside } from "./outside.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.pages");
  return { title: t("notFound.title") };
}

/** An address that is nowhere in the portal. */
export default async function NotFound() {
  const t = await getTranslations();
  return (
    <Outside>
      <Refusal
        t={t}
        title={t("errors.pages.notFound.title")}
        text={t("errors.pages.notFound.text")}
        links={[
          { href: "/", label: t("errors.pages.home") },
          { href: "/schools", label: t("errors.pages.schools") },
        ]}
      />
    </Outside>
  );
}
