import { cookies } from "next/headers";
import { localPath } from "#lib/platform/access/local-path.ts";
import { env } from "#lib/platform/env.ts";
import { localeCookie, toLocale } from "#messages/load.ts";

/** Remembers the language and leads back to the page. A link, so that it works without scripts; it changes nothing else. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  (await cookies()).set(localeCookie, toLocale(locale), {
    path: "/",
    maxAge: 365 * 86_400,
    sameSite: "lax",
    httpOnly: true,
    secure: env.PORTAL_URL.startsWith("https:"),
  });
  const to = localPath(new URL(request.url).searchParams.get("to"), "/");
  return new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });
}
