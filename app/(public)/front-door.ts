import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { readingPolicy, securityHeaders } from "#lib/platform/access/security-headers.ts";
import { env } from "#lib/platform/env.ts";
import { logDefect } from "#lib/platform/log.ts";
import { cacheControl } from "./freshness.ts";
import { type KeptPage, type KeptPages, keptPages } from "./kept-pages.ts";
import { packingFor } from "./packing.ts";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const opened = Symbol.for("portal.front-door");

/**
 * From now on pages that are kept drawn and packed are sent before Next sees the request: for them the way through Next (proxy,
 * routes, packing anew) is most of what an answer costs. Everything else goes its usual way, and so does a kept page that does not
 * hold any more. Once a process.
 */
export function openFrontDoor(pages: KeptPages = keptPages): void {
  const process = globalThis as { [opened]?: boolean };
  if (process[opened]) return;
  process[opened] = true;
  const servers = new WeakSet<Server>();
  // Next keeps its server to itself; the first request shows it, before any listener has it.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (servers.has(server)) return;
    servers.add(server);
    const inside = server.listeners("request") as Listener[];
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const goIn = () => {
        for (const listener of inside) listener.call(server, request, response);
      };
      const kept = keptFor(pages, request);
      if (kept) answerKept(kept, request, response).then((isAnswered) => isAnswered || goIn());
      else goIn();
    });
  });
}

function keptFor(pages: KeptPages, { method, url }: IncomingMessage): KeptPage | undefined {
  return (method === "GET" || method === "HEAD") && url !== undefined ? pages.get(url) : undefined;
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
