import { getLocale } from "next-intl/server";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { owedSheets } from "#lib/schedule/owed/export.ts";
import { getOwed } from "#lib/schedule/owed/queries.ts";
import { idParam } from "#lib/schedule/schema.ts";
import { toLocale } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { download, refusedDownload } from "../../imports/download.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the schools of a municipality owe, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const asked = idParam.nullable().safeParse(new URL(request.url).searchParams.get("municipality"));
  if (!asked.success) return new Response(null, { status: 404 });
  try {
    const today = dayOf(currentInstant(), env.TIME_ZONE);
    const owed = await getOwed(await currentViewer(), asked.data, today);
    const locale = toLocale(await getLocale());
    const t = rootTranslator(locale);
    const name = `${t("owed.fileName", { municipality: owed.municipality.name, day: today })}.xlsx`;
    return download(name, XLSX, Uint8Array.from(writeXlsx(owedSheets(t, locale, owed))));
  } catch (error) {
    return refusedDownload(error, "/schedule/owed");
  }
}
