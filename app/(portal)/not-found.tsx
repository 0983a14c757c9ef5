import { getTranslations } from "next-intl/server";
import { Refusal } from "#components/layout/refusal.tsx";

/** Nothing here, or nothing for this person: the two look the same. */
export default async function PortalNotFound() {
  const t = await getTranslations();
  return (
    <Refusal
      t={t}
      title={t("errors.pages.notFound.title")}
      text={t("errors.pages.notFound.text")}
      links={[{ href: "/desk", label: t("errors.pages.desk") }]}
    />
  );
}
