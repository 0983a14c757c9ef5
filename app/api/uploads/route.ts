import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { receiveFile, receiveTooLarge } from "#lib/results/receive-commands.ts";
import { givenSchema } from "#lib/results/schema.ts";
import { discardAll, type ReceivedForm, readForm, TooManyFilesError } from "./read-form.ts";

/**
 * Takes files of results: a plain form posts them without a script, the page's script posts the same form. Files are
 * streamed to disk one after another; then every one becomes an import that waits to be checked.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return answer(403, "errors.crossSite");
  const viewer = await currentViewer();
  if (viewer.personId === null) return redirectTo("/sign-in?to=/results/imports/new");
  if (!may(viewer, "results.import")) return answer(403, "errors.forbidden");
  let form: ReceivedForm;
  try {
    form = await readForm(request);
  } catch (error) {
    if (error instanceof TooManyFilesError) return back("tooMany");
    log("warn", "upload.broken", { kind: error instanceof Error ? error.name : "unknown" });
    return back("broken");
  }
  const given = givenSchema.safeParse(form.fields);
  if (!given.success || form.files.length === 0) {
    await discardAll(form.files);
    return back(given.success ? "empty" : "invalid");
  }
  const ids: number[] = [];
  for (const file of form.files) {
    const now = currentInstant();
    const { importId } = file.received
      ? await receiveFile(viewer, { ...file.received, name: file.name }, given.data, now)
      : await receiveTooLarge(viewer, { name: file.name, limit: env.UPLOAD_MAX_MB }, given.data, now);
    ids.push(importId);
  }
  return redirectTo(
    ids.length === 1 ? `/results/imports/${ids[0]}` : `/results/imports?from=${ids[0]}&to=${ids.at(-1)}`,
  );
}

function back(reason: "tooMany" | "broken" | "empty" | "invalid"): Response {
  return redirectTo(`/results/imports/new?refused=${reason}`);
}

function redirectTo(place: string): Response {
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: place } });
}

function answer(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
