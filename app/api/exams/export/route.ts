import { getLocale } from "next-intl/server";
import { examFileName, examSheets } from "#lib/exams/export.ts";
import { getExamAnalysis } from "#lib/exams/queries.ts";
import { examParams, idParam } from "#lib/exams/schema.ts";
import { ownUnit } from "#lib/exams/units.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { toLocale } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

/** The tables of an examination as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const viewer = await currentViewer();
  if (viewer.personId === null)
    return new Response(null, { status: 303, headers: { location: "/sign-in?to=/exams" } });
  if (!may(viewer, "insights.export")) return refused(403, "errors.forbidden");
  const exam = idParam.safeParse(query.get("exam"));
  const {
    unit,
    class: label,
    high,
  } = examParams.parse({
    ...{ unit: query.get("unit"), class: query.get("class"), year: null, high: query.get("high") },
  });
  const asked = unit ? { ...unit, classLabel: unit.kind === "school" ? label : null } : ownUnit(viewer);
  if (!exam.success || !asked) return refused(404, "errors.notFound");
  try {
    const analysis = await getExamAnalysis(viewer, asked, exam.data);
    const locale = toLocale(await getLocale());
    const sheets = examSheets({ t: translator(locale, ""), locale, timeZone: env.TIME_ZONE }, analysis, high);
    return new Response(new Uint8Array(writeXlsx(sheets)), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${examFileName(analysis)}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.kind === "forbidden" ? refused(403, "errors.forbidden") : refused(404, "errors.notFound");
  }
}

function refused(status: number, key: string): Response {
  return Response.json({ refused: key }, { status });
}
