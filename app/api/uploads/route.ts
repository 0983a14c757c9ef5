import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { may } from "#lib/platform/access/permissions.ts";
import { isSameOrigin } from "#lib/platform/access/same-origin.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { discard, type ReceivedFile, receive, TooLargeError } from "#lib/platform/storage/uploads.ts";
import { receiveFile } from "#lib/results/receive-commands.ts";
import { givenSchema } from "#lib/results/schema.ts";

/** No more files than this in one drop. */
const maxFiles = 100;

/**
 * Takes files of results: a plain form posts them without a script, the page's script posts the same form. Files are
 * streamed to disk one after another; then every one becomes an import that waits to be checked.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env.PORTAL_URL)) return answer(403, "errors.crossSite");
  const viewer = await currentViewer();
  if (viewer.personId === null) return redirectTo("/sign-in?to=/results/imports/new");
  if (!may(viewer, "results.import")) return answer(403, "errors.forbidden");
  let received: { files: (ReceivedFile & { name: string })[]; fields: Record<string, string> };
  try {
    received = await readForm(request);
  } catch (error) {
    if (error instanceof TooLargeError) return redirectTo("/results/imports/new?refused=tooLarge");
    log("warn", "upload.broken", { kind: error instanceof Error ? error.name : "unknown" });
    return redirectTo("/results/imports/new?refused=broken");
  }
  const given = givenSchema.safeParse(received.fields);
  if (!given.success || received.files.length === 0) {
    await Promise.all(received.files.map(discard));
    return redirectTo(`/results/imports/new?refused=${received.files.length === 0 ? "empty" : "invalid"}`);
  }
  const ids: number[] = [];
  for (const file of received.files) ids.push((await receiveFile(viewer, file, given.data, currentInstant())).importId);
  return redirectTo(ids.length === 1 ? `/results/imports/${ids[0]}` : `/results/imports?from=${ids[0]}&to=${ids.at(-1)}`);
}

/** Reads the form as it arrives; nothing is held in memory but the text fields. */
async function readForm(request: Request) {
  const files: (ReceivedFile & { name: string })[] = [];
  const fields: Record<string, string> = {};
  const pending: Promise<unknown>[] = [];
  let failure: unknown = null;
  const parser = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    defParamCharset: "utf8",
    limits: { files: maxFiles, fields: 20, fieldSize: 2_000 },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (_field, stream, { filename }) => {
    // A form without a chosen file posts one empty, nameless part.
    if (!filename) return void stream.resume();
    const done = receive(stream).then(
      (file) => files.push({ ...file, name: filename }),
      (error: unknown) => {
        failure ??= error;
        stream.resume();
      },
    );
    pending.push(done);
  });
  const body = request.body;
  if (!body) throw new Error("no body");
  await new Promise<void>((resolve, reject) => {
    parser.on("close", resolve).on("error", reject);
    Readable.fromWeb(body as NodeReadableStream).on("error", reject).pipe(parser);
  }).catch((error: unknown) => {
    failure ??= error;
  });
  await Promise.all(pending);
  if (failure) {
    await Promise.all(files.map(discard));
    throw failure;
  }
  return { files, fields };
}

function redirectTo(place: string): Response {
  // A relative address: the portal may stand behind another name than it knows.
  return new Response(null, { status: 303, headers: { location: place } });
}

function answer(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
