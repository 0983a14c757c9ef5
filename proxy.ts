import { type NextRequest, NextResponse } from "next/server";
import { isReading, isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { pagePolicy, readingPolicy, securityHeaders } from "#lib/platform/access/security-headers.ts";
import { env, isDevelopment } from "#lib/platform/env.ts";

/** Addresses of the public side (app/(public)): whole pages without a script, so their policy needs no nonce. */
const publicSide =
  /^\/(?:$|(?:schools|families|method|calendar|regulations\/public)(?:\/|$)|reports(?:$|\/(?!drafts(?:\/|$)))|robots\.txt$|sitemap\.xml$)/;

/**
 * Headers of every answer, and the refusal of posts from other sites. It decides nothing about people: pages and
 * commands do. Uploads do not pass here, because a proxy keeps the whole body in memory and cuts it at 10 MB; their
 * routes ask `isSameOrigin` themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const secure = env.PORTAL_URL.startsWith("https:");
  const headers = securityHeaders(secure);
  if (!isReading(request.method) && !isSameOrigin(request.headers, env.PORTAL_URL)) {
    return new NextResponse(null, { status: 403, headers });
  }
  if (publicSide.test(request.nextUrl.pathname)) {
    const response = NextResponse.next();
    for (const [name, value] of Object.entries({ ...headers, "Content-Security-Policy": readingPolicy }))
      response.headers.set(name, value);
    return response;
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const contentPolicy = pagePolicy(nonce, { secure, development: isDevelopment() });
  const forwarded = new Headers(request.headers);
  // Next reads the nonce from the request's own copy of the policy.
  forwarded.set("Content-Security-Policy", contentPolicy);
  // Where we are, for the frame: layouts are not told.
  forwarded.set("x-portal-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries({ ...headers, "Content-Security-Policy": contentPolicy }))
    response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/uploads(?:/|$)|api/regulations/upload$|_next/static/|fonts/|schemes/).*)"],
};
