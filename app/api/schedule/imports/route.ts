import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { stageImport } from "#lib/schedule/import-commands.ts";
import { uploadParams } from "#lib/schedule/schema.ts";
import { stageTimetables } from "#lib/schedule/timetable/commands.ts";

/** A school's year of works is far below; so it may wait in memory and needs no disk. */
const mostBytes = 4 * 1024 * 1024;

/** Takes a file of works, or of timetables with the day from which they hold, from a plain form and leads to its review. Nothing of the schedule changes here. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return refused(403, "errors.crossSite");
  const viewer = await currentViewer();
  if (viewer.personId === null) return redirectTo("/sign-in?to=/schedule");
  if (!may(viewer, "schedule.plan")) return refused(403, "errors.forbidden");
  // The server reads no more than the length that was announced; a body of unknown length is not read at all.
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced <= mostBytes)) return redirectTo(`/schedule/${viewer.schoolId}/import?refused=tooLarge`);
  const form = await request.formData().catch(() => null);
  const asked = uploadParams.safeParse({
    ...{ school: form?.get("school"), year: form?.get("year"), from: form?.get("from") || null },
    kind: form?.get("kind"),
  });
  if (form === null || !asked.success)
    return redirectTo(`/schedule/${viewer.schoolId}/import?refused=broken`);
  const { school, year, from, kind } = asked.data;
  const place = kind === "timetable" ? `/schedule/${school}/timetable/import` : `/schedule/${school}/import`;
  const back = `${place}?year=${year}`;
  const file = form.get("file");
  if (file === null || typeof file === "string" || file.name === "")
    return redirectTo(`${back}&refused=empty`);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const input = { schoolId: school, year, name: file.name, bytes };
    if (kind === "timetable" && !from) return redirectTo(`${back}&refused=noDay`);
    const { importId } =
      kind === "timetable" && from
        ? await stageTimetables(viewer, { ...input, from }, currentInstant())
        : await stageImport(viewer, input, currentInstant());
    return redirectTo(`${place}/${importId}`);
  } catch (error) {
    if (error instanceof RefusedError && error.kind === "notFound") return refused(404, "errors.notFound");
    // The only thing that is wrong with a good form: timetables do not begin outside of the school's year.
    if (error instanceof RefusedError && error.kind === "invalid")
      return redirectTo(`${back}&refused=wrongDay`);
    throw error;
  }
}

function redirectTo(place: string): Response {
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: place } });
}

function refused(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
