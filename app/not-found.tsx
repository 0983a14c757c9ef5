import { getTranslations } from "next-intl/server";

/** Stands in only where no nearer page for “not found” does. It travels with every page, so it is a bare sentence. */
export default async function NotFound() {
  const t = await getTranslations("errors.pages");
  return (
    <main className="wide stack">
      <h1>{t("notFound.title")}</h1>
      <a href="/">{t("home")}</a>
    </main>
  );
}
