import { env } from "#lib/platform/env.ts";

/** Search engines are welcome on the public side; the working part has nothing for them. */
export async function GET(_request: Request): Promise<Response> {
  const closed = [
    "desk",
    "results",
    "insights",
    "flags",
    "reports/drafts",
    "registry",
    "assessments",
    "people",
    "audit",
    "api",
    "sign-in",
    "invitation",
    "preferences",
    "language",
  ];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: /${path}`),
    "",
    `Sitemap: ${env.PORTAL_URL}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
