import { getLocale } from "next-intl/server";
import { z } from "zod";
import { analysisSheets, exportName } from "#lib/insights/export.ts";
import { getAnalysis } from "#lib/insights/queries.ts";
import { unitTextSchema } from "#lib/insights/schema.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { toLocale } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

const askedSchema = z.object({
  unit: unitTextSchema,
  work: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  class: z.string().min(1).max(20).nullable(),
});

/** What the page of analysis shows, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const viewer = await currentViewer();
  if (viewer.personId === null)
    return new Response(null, { status: 303, headers: { location: "/sign-in?to=/insights" } });
  if (!may(viewer, "insights.export")) return refused(403, "errors.forbidden");
  const asked = askedSchema.safeParse({
    ...{ unit: query.get("unit"), work: query.get("work"), class: query.get("class") },
  });
  if (!asked.success) return refused(404, "errors.notFound");
  const { unit, work, class: classLabel } = asked.data;
  try {
    const analysis = await getAnalysis(
      viewer,
      { ...unit, classLabel: unit.kind === "school" ? classLabel : null },
      work,
    );
    const locale = toLocale(await getLocale());
    const sheets = analysisSheets({ t: translator(locale, ""), locale, timeZone: env.TIME_ZONE }, analysis);
    if (sheets.length === 0) return refused(404, "errors.notFound");
    return workbook(writeXlsx(sheets), exportName(analysis));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.kind === "forbidden" ? refused(403, "errors.forbidden") : refused(404, "errors.notFound");
  }
}

function workbook(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="analysis.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}

function refused(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
