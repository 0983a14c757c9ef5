import { cookies } from "next/headers";
import { DEFAULT_PREFERENCES } from "#components/ui/preferences.ts";
import { localPath } from "#lib/platform/access/local-path.ts";
import { env } from "#lib/platform/env.ts";
import { preferencesCookie, readPreferences, writePreferences } from "../chosen.ts";

/** Takes the form of settings, from any page and without scripts, and leads back to it. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const chosen = form.has("reset") ? DEFAULT_PREFERENCES : readPreferences(form);
  (await cookies()).set(preferencesCookie, writePreferences(chosen), {
    path: "/",
    maxAge: 365 * 86_400,
    sameSite: "lax",
    httpOnly: true,
    secure: env.PORTAL_URL.startsWith("https:"),
  });
  const back = localPath(String(form.get("back") ?? ""), "/");
  const to = `/preferences?saved=yes&back=${encodeURIComponent(back)}`;
  return new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });
}
