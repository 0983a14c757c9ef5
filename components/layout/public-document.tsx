import type { ReactNode } from "react";
import type { Language } from "./places.ts";

export interface PublicDocumentProps {
  language: "ru" | "uk";
  /** «Качество знаний — Школа № 7 — Мониторинг» */
  title: string;
  description?: string;
  /** Permanent address of this edition. */
  canonical?: string;
  languages: readonly Language[];
  children: ReactNode;
}

/**
 * A whole page without scripts, for `renderToStaticMarkup` in a route handler (add `<!doctype html>` before it).
 * `/prefs.css` carries the reader's own settings, so that the page itself can be cached for everybody.
 */
export function PublicDocument(props: PublicDocumentProps) {
  const { language, title, description, canonical, languages, children } = props;
  return (
    <html lang={language}>
      {/* biome-ignore lint/style/noHeadElement: a route handler draws this page, without next/head */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {languages.map(({ code, href }) => (
          <link key={code} rel="alternate" hrefLang={code} href={href} />
        ))}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <FontPreloads />
        <link rel="stylesheet" href="/portal.css" />
        <link rel="stylesheet" href="/prefs.css" />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** Both faces of the text font, asked for before the stylesheet is read. For `<head>` of any page. */
export function FontPreloads() {
  return ["latin", "cyrillic"].map((part) => (
    <link
      key={part}
      rel="preload"
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
      href={`/fonts/onest-${part}.woff2`}
    />
  ));
}
