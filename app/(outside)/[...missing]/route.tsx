import { OuterFrame } from "#components/layout/outer-frame.tsx";
import { languagesOf } from "#components/layout/portal-nav.ts";
import { PublicDocument } from "#components/layout/public-document.tsx";
import { Refusal } from "#components/layout/refusal.tsx";
import { currentLocale, currentViewer } from "#lib/platform/access/session.ts";
import { translator } from "#messages/translate.ts";

/**
 * Every address that is nowhere else. A plain document, because Next's own page for it is drawn by scripts alone and
 * would besides travel with every page of the portal.
 */
export async function GET(request: Request): Promise<Response> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  const [locale, viewer] = [await currentLocale(), await currentViewer()];
  const t = translator(locale);
  const { pathname } = new URL(request.url);
  const title = t("errors.pages.notFound.title");
  const page = (
    <PublicDocument
      language={locale}
      title={t("frame.title", { page: title })}
      languages={languagesOf(locale, pathname, t)}
    >
      <OuterFrame path={pathname} locale={locale} signedIn={viewer.personId !== null} t={t}>
        <Refusal
          t={t}
          title={title}
          text={t("errors.pages.notFound.text")}
          links={[
            { href: "/", label: t("errors.pages.home") },
            { href: "/schools", label: t("errors.pages.schools") },
          ]}
        />
      </OuterFrame>
    </PublicDocument>
  );
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    status: 404,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
