import { getTranslations } from "next-intl/server";

/** Stands in only where no nearer page for “forbidden” does. It travels with every page, so it is a bare sentence. */
export default async function Forbidden() {
  const t = await getTranslations("errors.pages");
  return (
    <main className="wide stack">
      <h1>{t("forbidden.title")}</h1>
      <a href="/">{t("home")}</a>
    </main>
  );
}
