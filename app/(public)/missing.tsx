import { Refusal } from "#components/layout/refusal.tsx";
import type { Reader } from "#components/public/reader.ts";
import type { Page } from "./answer.tsx";

/** What is not there. A draft and a report that never was look the same. */
export function missing({ t, link }: Reader, what: "page" | "report" | "school"): Page {
  const [title, text] =
    what === "page"
      ? [t("public.missing.title"), t("public.missing.text")]
      : [t(`public.missing.${what}`), t(`public.missing.${what}Text`)];
  const links = [
    { href: link("/schools"), label: t("public.missing.toSchools") },
    { href: link("/"), label: t("public.missing.toHome") },
  ];
  return { status: 404, title, body: <Refusal t={t} title={title} text={text} links={links} /> };
}

/** In place of a page that could not be drawn. */
export function failure({ t, link }: Reader): Page {
  const title = t("public.failure.title");
  const links = [{ href: link("/"), label: t("public.missing.toHome") }];
  return {
    status: 500,
    title,
    body: <Refusal t={t} title={title} text={t("public.failure.text")} links={links} />,
  };
}
