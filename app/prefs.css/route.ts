import { createHash } from "node:crypto";
import { preferenceCss } from "#components/ui/preferences.ts";
import { chosenPreferences } from "../(outside)/preferences/chosen.ts";

/**
 * The reader's own settings as a stylesheet. Public pages link it, so that they themselves are the same for everybody
 * and can be cached, and the settings still work without scripts.
 */
export async function GET(request: Request): Promise<Response> {
  const css = preferenceCss(await chosenPreferences());
  const tag = `"${createHash("sha256").update(css).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: tag, Vary: "Cookie", "Cache-Control": "private, no-cache" };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(css, { headers: { ...headers, "Content-Type": "text/css; charset=utf-8" } });
}
