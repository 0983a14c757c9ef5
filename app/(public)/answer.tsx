import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { PublicPage, type PublicPlace } from "#components/public/public-page.tsx";
import { type Reader, readerOf } from "#components/public/reader.ts";
import { env } from "#lib/platform/env.ts";
import { logDefect } from "#lib/platform/log.ts";
import { type Locale, toLocale } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { cacheControl, type Freshness } from "./freshness.ts";
import { keptAs, keptPages } from "./kept-pages.ts";
import { failure } from "./missing.tsx";

/** What a public address has to say. */
export interface Page {
  /** 200 unless told otherwise: 404 for what never was, 410 for what was taken away. */
  status?: number;
  title: string;
  description?: string;
  place?: PublicPlace;
  /** Path of the permanent address, where it is another than the one asked for. */
  canonical?: string;
  body: ReactNode;
}

/** A page drawn once, ready to be sent many times. */
export interface Drawn {
  status: number;
  html: string;
  /** Changes when anything on the page does; weak, because the same page goes packed and unpacked. */
  tag: string;
}

/** Answers an address of the public side with a whole page of HTML and no script at all (docs/decisions/0002). */
export function answer(
  request: Request,
  make: (reader: Reader) => Promise<Page | Response> | Page,
  freshness: Freshness = "minute",
): Promise<Response> {
  const produce = async (reader: Reader, path: string) => {
    const page = await make(reader);
    return page instanceof Response ? page : draw(reader, path, page);
  };
  return answerDrawn(request, produce, freshness);
}

/** The same for a page that says the same whatever stands in the database; drawn once a language. */
export function answerConstant(request: Request, make: (reader: Reader) => Page): Promise<Response> {
  const state = "constant";
  const produce = async (reader: Reader, path: string) => {
    // Another address of the same page (a word after the question mark) names itself in its links.
    if (path.includes("?")) return draw(reader, path, make(reader));
    const address = keptAs(path, reader.locale);
    const known = keptPages.get(address);
    if (known) return known.page;
    const page = await draw(reader, path, make(reader));
    void keptPages.keep(address, { page, freshness: "minute", state, now: async () => state });
    return page;
  };
  return answerDrawn(request, produce, "minute");
}

/** The same for pages that need not be drawn anew each time. `path` is the address without the language. */
export async function answerDrawn(
  request: Request,
  produce: (reader: Reader, path: string) => Promise<Drawn | Response>,
  freshness: Freshness,
): Promise<Response> {
  const url = new URL(request.url);
  // No cookies: the language stands in the address, so that everybody gets the same page.
  const reader = readerIn(toLocale(url.searchParams.get("lang")));
  url.searchParams.delete("lang");
  const path = url.pathname + url.search;
  try {
    const made = await produce(reader, path);
    return made instanceof Response ? made : send(request, made, freshness);
  } catch (error) {
    // The last boundary: a reader gets words in the usual dress, the log gets the defect.
    logDefect("public.page", error);
    return send(request, await draw(reader, path, failure(reader)), freshness);
  }
}

/** How pages speak in a language. */
export function readerIn(locale: Locale): Reader {
  return readerOf({ t: rootTranslator(locale), locale, timeZone: env.TIME_ZONE });
}

/** Draws a page; `path` is its address without the language. */
export async function draw(reader: Reader, path: string, page: Page): Promise<Drawn> {
  // React's renderer for strings may not be imported by the server layer of Next at the top of a file.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const { status = 200, title, description, place, canonical, body } = page;
  const html = `<!doctype html>${renderToStaticMarkup(
    <PublicPage
      reader={reader}
      title={title}
      path={path}
      {...(description ? { description } : {})}
      {...(place ? { place } : {})}
      {...(canonical ? { canonical: env.PORTAL_URL + canonical } : {})}
    >
      {body}
    </PublicPage>,
  )}`;
  const tag = `W/"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`;
  return { status, html, tag };
}

/**
 * Sends a drawn page, or only that the reader's copy still holds. Next packs it on the way; a page packed here would be
 * packed twice, because Next takes `Content-Encoding` away from what handlers answer. Kept pages are sent packed, by kept-answer.ts.
 */
function send(request: Request, { status, html, tag }: Drawn, freshness: Freshness): Response {
  const headers = {
    "Cache-Control": status === 200 ? cacheControl[freshness] : "public, no-cache",
    ETag: tag,
  };
  const held = request.headers.get("if-none-match")?.split(/,\s*/);
  if (status === 200 && held?.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(html, { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}
