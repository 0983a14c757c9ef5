import { currentViewer } from "#lib/platform/access/session.ts";
import { publicViewer } from "#lib/platform/access/viewer.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { documentBytes } from "#lib/platform/storage/documents.ts";
import { findPublicFile } from "#lib/regulations/public-queries.ts";
import { getFile } from "#lib/regulations/queries.ts";
import { regulationIdSchema } from "#lib/regulations/schema.ts";
import { download } from "../../../imports/download.ts";

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** A file of an edition: to everybody when the regulation is public, else to who may read it. Always as a download, never shown in place. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const id = regulationIdSchema.safeParse((await params).fileId);
  if (!id.success) return new Response(null, { status: 404 });
  try {
    const viewer = await currentViewer();
    const file =
      viewer.scope.kind === publicViewer.scope.kind
        ? await findPublicFile(id.data)
        : await getFile(viewer, id.data);
    const bytes = file && (await documentBytes(file.sha256));
    if (!file || !bytes) return new Response(null, { status: 404 });
    return download(file.name, types[file.kind], Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof RefusedError) return new Response(null, { status: 404 });
    throw error;
  }
}
