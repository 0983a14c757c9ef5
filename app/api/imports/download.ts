import { RefusedError } from "#lib/platform/errors.ts";

/** A file for the browser to keep; its name may hold any letters (RFC 5987). */
export function download(name: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="file.${name.split(".").at(-1)}"; filename*=UTF-8''${encodeName(name)}`,
      "cache-control": "private, no-store",
    },
  });
}

/** The answer to a download that is refused: sign in first, or the bare state. */
export function refusedDownload(error: unknown, returnTo: string): Response {
  if (!(error instanceof RefusedError)) throw error;
  if (error.kind === "notSignedIn")
    return new Response(null, {
      status: 303,
      headers: { location: `/sign-in?to=${encodeURIComponent(returnTo)}` },
    });
  return new Response(null, { status: error.kind === "forbidden" ? 403 : 404 });
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
