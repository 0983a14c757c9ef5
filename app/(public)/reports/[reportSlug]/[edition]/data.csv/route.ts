import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { csvRows } from "#lib/reports/csv-rows.ts";
import { toLocale } from "#messages/load.ts";
import { answer, readerIn } from "../../../../answer.tsx";
import { missing } from "../../../../missing.tsx";
import { findEdition } from "../../../report-answer.ts";

type Context = { params: Promise<{ reportSlug: string; edition: string }> };

/** The numbers of an edition for a spreadsheet; hidden ones are empty, with the reason beside them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportSlug, edition } = await params;
  const found = await findEdition(reportSlug, edition);
  if (!found) return answer(request, (reader) => missing(reader, "report"), "checked");
  const reader = readerIn(toLocale(new URL(request.url).searchParams.get("lang")));
  return new Response(writeCsv(csvRows(reader, found.snapshot), { separator: ";" }).slice(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${reportSlug}-${edition}.csv"`,
      "Cache-Control": "public, no-cache",
      ETag: `"${found.edition.fingerprint}-${reader.locale}"`,
    },
  });
}
