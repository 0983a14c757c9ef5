import { listPublished } from "#lib/reports/public-queries.ts";
import { listPublishedYears } from "#lib/schedule/public-queries.ts";
import { findPublicSchool } from "#lib/schools/public-queries.ts";
import { answer } from "../../answer.tsx";
import { missing } from "../../missing.tsx";
import { closedSchoolPage, schoolPage } from "../school-page.tsx";

type Context = { params: Promise<{ schoolSlug: string }> };

/** A school's card with its published reports; a closed school's address names the successor. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug } = await params;
  return answer(
    request,
    async (reader) => {
      const school = await findPublicSchool(schoolSlug);
      if (!school) return missing(reader, "school");
      const reports = await listPublished({ schoolId: school.id });
      return school.closedOn === null
        ? schoolPage(reader, school, reports, (await listPublishedYears(school.id)).length > 0)
        : closedSchoolPage(reader, { ...school, closedOn: school.closedOn }, reports);
    },
    "checked",
  );
}
