import { CalendarIndex } from "#components/schedule/calendar-index.tsx";
import { listPublishedSchedules } from "#lib/schedule/public-queries.ts";
import { answer } from "../answer.tsx";

/** Schools that have published their schedule of assessments. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (reader) => {
    const search = (new URL(request.url).searchParams.get("search") ?? "").slice(0, 100);
    const schools = await listPublishedSchedules(search);
    return {
      title: reader.t("schedule.public.title"),
      description: reader.t("schedule.public.lead"),
      body: <CalendarIndex reader={reader} schools={schools} search={search} />,
    };
  });
}
