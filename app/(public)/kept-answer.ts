import type { IncomingMessage, ServerResponse } from "node:http";
import { readingPolicy, securityHeaders } from "#lib/platform/access/security-headers.ts";
import { env } from "#lib/platform/env.ts";
import { logDefect } from "#lib/platform/log.ts";
import type { Keeper } from "../door/front-door.ts";
import { packingFor } from "../door/packing.ts";
import { cacheControl } from "./freshness.ts";
import { type KeptPage, type KeptPages, keptPages } from "./kept-pages.ts";

/** Sends pages of the public side that are kept drawn and packed, if they still hold. */
export function publicKeeper(pages: KeptPages = keptPages): Keeper {
  return (request, response, goIn) => {
    const { method, url } = request;
    const kept = (method === "GET" || method === "HEAD") && url !== undefined ? pages.get(url) : undefined;
    if (!kept) return false;
    answerKept(kept, request, response).then((isAnswered) => isAnswered || goIn());
    return true;
  };
}

/** Answers with a kept page if it holds; false when nothing was answered. */
async function answerKept(
  { page, packed, state, now, freshness }: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (packed === null) return false;
  try {
    if ((await now()) !== state) return false;
  } catch (error) {
    logDefect("public.door", error); // the page itself will say in words what is wrong
    return false;
  }
  const packing = packingFor(request.headers["accept-encoding"]?.toString());
  const headers: Record<string, string | number> = {
    ...fixedHeaders(),
    "Cache-Control": cacheControl[freshness],
    ETag: page.tag,
    Vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"]?.split(/,\s*/).includes(page.tag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  headers["Content-Type"] = "text/html; charset=utf-8";
  headers["Content-Length"] = packed[packing].length;
  if (packing !== "plain") headers["Content-Encoding"] = packing;
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : packed[packing]);
  return true;
}

let fixed: Readonly<Record<string, string>> | null = null;

/** What proxy.ts writes into every answer of the public side. */
function fixedHeaders(): Readonly<Record<string, string>> {
  fixed ??= {
    ...securityHeaders(env.PORTAL_URL.startsWith("https:")),
    "Content-Security-Policy": readingPolicy,
  };
  return fixed;
}
