import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { discard, type ReceivedFile, receive, TooLargeError } from "#lib/platform/storage/uploads.ts";
import { mostFilesAtOnce } from "#lib/results/schema.ts";

export class TooManyFilesError extends Error {}

/** A file of a form; `received` is null when it was too large to be kept. */
export interface FormFile {
  name: string;
  received: ReceivedFile | null;
}

export interface ReceivedForm {
  /** In the order of the form. */
  files: FormFile[];
  fields: Record<string, string>;
}

/** Reads a form as it arrives; nothing is held in memory but the text fields. When it fails, nothing of it stays on disk. */
export async function readForm(request: Request): Promise<ReceivedForm> {
  const fields: Record<string, string> = {};
  const pending: Promise<FormFile>[] = [];
  let failure: unknown = null;
  const fail = (error: unknown) => {
    failure ??= error;
  };
  const parser = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    defParamCharset: "utf8",
    limits: { files: mostFilesAtOnce, fields: 20, fieldSize: 2_000 },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("filesLimit", () => fail(new TooManyFilesError()));
  parser.on("file", (_field, stream, { filename }) => {
    // A form without a chosen file posts one empty, nameless part.
    if (!filename) return void stream.resume();
    pending.push(
      // By an iterator that leaves the part's stream alive: the rest of a file that is refused must still flow off,
      // or the parser would wait for it forever.
      receive(Readable.from(stream.iterator({ destroyOnReturn: false }))).then(
        (received) => ({ name: filename, received }),
        (error: unknown) => {
          // The others of the drop still come: the rest of this one is thrown away as it arrives.
          stream.resume();
          if (!(error instanceof TooLargeError)) fail(error);
          return { name: filename, received: null };
        },
      ),
    );
  });
  const body = request.body;
  if (!body) throw new Error("no body");
  await new Promise<void>((resolve, reject) => {
    parser.on("close", resolve).on("error", reject);
    Readable.fromWeb(body as NodeReadableStream)
      .on("error", reject)
      .pipe(parser);
  }).catch(fail);
  const files = await Promise.all(pending);
  if (failure === null) return { files, fields };
  await discardAll(files);
  throw failure;
}

/** Throws away what came of these files. */
export async function discardAll(files: readonly FormFile[]): Promise<void> {
  await Promise.all(files.map(({ received }) => received && discard(received)));
}
