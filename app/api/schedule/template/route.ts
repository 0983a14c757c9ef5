import { currentLocale, currentViewer } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { uploadParams } from "#lib/schedule/schema.ts";
import { scheduleTemplate } from "#lib/schedule/template.ts";
import { timetableTemplate } from "#lib/schedule/timetable/template.ts";
import { rootTranslator } from "#messages/translate.ts";
import { download, refusedDownload } from "../../imports/download.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The portal's own file for the works of a school, or for its timetables as they are on a day. */
export async function GET(request: Request): Promise<Response> {
  const asked = uploadParams.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 404 });
  const { school, year, kind, from } = asked.data;
  try {
    const facts = await getSchoolYear(await currentViewer(), { schoolId: school, year });
    const t = rootTranslator(await currentLocale());
    const { name, bytes } =
      kind === "timetable"
        ? timetableTemplate(t, facts, from ?? facts.plan.startsOn, schoolYear(year))
        : scheduleTemplate(t, facts, schoolYear(year));
    return download(name, XLSX, Uint8Array.from(bytes));
  } catch (error) {
    return refusedDownload(error, "/schedule");
  }
}
