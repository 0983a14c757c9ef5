import { getTranslations } from "next-intl/server";
import { Refusal } from "#components/layout/refusal.tsx";

/** A section that the role does not open. */
export default async function PortalForbidden() {
  const t = await getTranslations();
  return (
    <Refusal
      t={t}
      title={t("errors.pages.forbidden.title")}
      text={t("errors.pages.forbidden.text")}
      links={[{ href: "/desk", label: t("errors.pages.desk") }]}
    />
  );
}
