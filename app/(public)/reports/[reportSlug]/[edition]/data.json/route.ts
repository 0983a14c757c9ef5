import { canonical } from "#lib/reports/canonical.ts";
import { answer } from "../../../../answer.tsx";
import { missing } from "../../../../missing.tsx";
import { findEdition } from "../../../report-answer.ts";

type Context = { params: Promise<{ reportSlug: string; edition: string }> };

/** The bytes of which an edition's fingerprint is the SHA-256. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportSlug, edition } = await params;
  const found = await findEdition(reportSlug, edition);
  if (!found) return answer(request, (reader) => missing(reader, "report"), "checked");
  return new Response(canonical(found.snapshot), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="data.json"',
      "Cache-Control": "public, no-cache",
      ETag: `"${found.edition.fingerprint}"`,
    },
  });
}
