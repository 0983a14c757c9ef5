import { readFile } from "node:fs/promises";
import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import { addFile } from "#lib/regulations/file-commands.ts";
import { importDocx } from "#lib/regulations/import-commands.ts";
import { findEditionSlug } from "#lib/regulations/queries.ts";
import { editionVersionSchema } from "#lib/regulations/schema.ts";
import { discardAll, type ReceivedForm, readForm } from "../../uploads/read-form.ts";

/**
 * Takes one file for a draft: `purpose` text reads it as clauses and leads to the review, anything else attaches it. A plain form
 * posts it; every refusal comes back to the draft as a word in the address.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return new Response(null, { status: 403 });
  const viewer = await currentViewer();
  if (viewer.personId === null) return redirectTo("/sign-in?to=/regulations");
  if (!may(viewer, "regulations.edit")) return new Response(null, { status: 403 });
  let form: ReceivedForm;
  try {
    form = await readForm(request);
  } catch (error) {
    log("warn", "upload.broken", { kind: error instanceof Error ? error.name : "unknown" });
    return redirectTo("/regulations");
  }
  try {
    return await take(viewer, form);
  } finally {
    await discardAll(form.files);
  }
}

async function take(viewer: Viewer, { files, fields }: ReceivedForm): Promise<Response> {
  const given = editionVersionSchema.safeParse(fields);
  const found = given.success ? await findEditionSlug(viewer, given.data.editionId) : null;
  if (!given.success || found === null) return new Response(null, { status: 404 });
  const page = `/regulations/${found}/editions/${given.data.editionId}`;
  const [file] = files;
  if (!file) return redirectTo(`${page}?refused=noFile`);
  if (!file.received) return redirectTo(`${page}?refused=fileTooLarge`);
  const now = currentInstant();
  const named = { ...file.received, name: file.name };
  try {
    if (fields.purpose !== "text") {
      await addFile(viewer, given.data, named, now);
      return redirectTo(`${page}#files`);
    }
    const bytes = await readFile(file.received.place);
    const { importId, slug } = await importDocx(viewer, given.data, named, bytes, now);
    return redirectTo(`/regulations/${slug}/import/${importId}`);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.kind === "notFound") return new Response(null, { status: 404 });
    if (error.kind === "forbidden") return new Response(null, { status: 403 });
    return redirectTo(`${page}?refused=${error.messageKey.split(".").at(-1)}`);
  }
}

function redirectTo(place: string): Response {
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: place } });
}
