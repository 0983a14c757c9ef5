import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { type RegistryUpload, stageRegistry } from "#lib/schools/registry-commands.ts";

/** A registry of a whole region is far below; so it may wait in memory and needs no disk. */
const mostBytes = 8 * 1024 * 1024;
const mostFiles = 4;

/** Takes files of the registry from a plain form and leads to their review. Nothing of the registry changes here. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return refused(403, "errors.crossSite");
  const viewer = await currentViewer();
  if (viewer.personId === null) return redirectTo("/sign-in?to=/registry/import");
  if (!may(viewer, "schools.edit")) return refused(403, "errors.forbidden");
  // The server reads no more than the length that was announced; a body of unknown length is not read at all.
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced <= mostBytes)) return back("tooLarge");
  const form = await request.formData().catch(() => null);
  if (form === null) return back("broken");
  const files = form
    .getAll("file")
    .filter((file): file is File => typeof file !== "string" && file.name !== "");
  if (files.length === 0) return back("empty");
  if (files.length > mostFiles) return back("tooMany");
  const uploads: RegistryUpload[] = [];
  for (const file of files)
    uploads.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const { draftId } = await stageRegistry(viewer, uploads, currentInstant());
  return redirectTo(`/registry/import/${draftId}`);
}

function back(reason: "tooLarge" | "broken" | "empty" | "tooMany"): Response {
  return redirectTo(`/registry/import?refused=${reason}`);
}

function redirectTo(place: string): Response {
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: place } });
}

function refused(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
