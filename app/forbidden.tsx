import { getTranslations } from "next-intl/server";
import { Refusal } from "#components/layout/refusal.tsx";
import { Outside } from "./outside.tsx";

/** A page outside of the sections that this person may not open. */
export default async function Forbidden() {
  const t = await getTranslations();
  return (
    <Outside>
      <Refusal
        t={t}
        title={t("errors.pages.forbidden.title")}
        text={t("errors.pages.forbidden.text")}
        links={[{ href: "/desk", label: t("errors.pages.desk") }]}
      />
    </Outside>
  );
}
