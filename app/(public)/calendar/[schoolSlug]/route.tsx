import { PublicSchedule } from "#components/schedule/public-schedule.tsx";
import { findPublishedSchedule, listPublishedYears } from "#lib/schedule/public-queries.ts";
import { scheduleFilterSchema } from "#lib/schedule/schema.ts";
import { findPublicSchool } from "#lib/schools/public-queries.ts";
import { answer } from "../../answer.tsx";
import { missing } from "../../missing.tsx";

type Context = { params: Promise<{ schoolSlug: string }> };

/** The newest published edition of a school's schedule, filtered as the address asks. No draft is ever read here. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug } = await params;
  return answer(
    request,
    async (reader) => {
      const school = await findPublicSchool(schoolSlug);
      if (!school) return missing(reader, "school");
      const filter = scheduleFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
      const years = await listPublishedYears(school.id);
      const published = await findPublishedSchedule(school.id, filter.year ?? null);
      const title = reader.t("schedule.public.of", { school: school.name });
      return {
        // A school that has not published is there; its schedule is not.
        status: published ? 200 : 404,
        title,
        canonical: `/calendar/${school.slug}`,
        body: (
          <PublicSchedule
            reader={reader}
            school={school}
            published={published}
            filter={filter}
            years={years}
          />
        ),
      };
    },
    "checked",
  );
}
