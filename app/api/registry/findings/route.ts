import { getLocale, getTranslations } from "next-intl/server";
import { cellAddress, findingText } from "#components/schools/finding-text.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { getRegistryDraft } from "#lib/schools/registry-queries.ts";
import { idParam } from "#lib/schools/schema.ts";

/** Everything that was noticed in a registry file, as a text table to work through. */
export async function GET(request: Request): Promise<Response> {
  const id = idParam.safeParse(new URL(request.url).searchParams.get("draft"));
  if (!id.success) return new Response(null, { status: 404 });
  try {
    const draft = await getRegistryDraft(await currentViewer(), id.data, currentInstant());
    if (draft.state === "applied") return new Response(null, { status: 404 });
    return table(draft.findings);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return new Response(null, { status: error.kind === "notFound" ? 404 : 403 });
  }
}

async function table(findings: Parameters<typeof findingText>[1][]): Promise<Response> {
  const t = await getTranslations();
  const columns = ["severity", "file", "sheet", "cell", "raw", "text"] as const;
  const rows = findings.map((one) => [
    t(`schools.severity.${one.severity}`),
    one.file,
    one.sheet,
    cellAddress(one) ?? one.row,
    one.raw,
    findingText(t, one),
  ]);
  const bytes = writeCsv([columns.map((column) => t(`schools.review.csv.${column}`)), ...rows], {
    separator: ";",
  });
  const name = encodeURIComponent(`${t("schools.review.csv.name")}.csv`);
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-language": await getLocale(),
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
}
