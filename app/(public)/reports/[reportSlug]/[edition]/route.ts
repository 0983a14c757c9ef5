import { answer } from "../../../answer.tsx";
import { missing } from "../../../missing.tsx";
import { answerReport } from "../../report-answer.ts";

type Context = { params: Promise<{ reportSlug: string; edition: string }> };

/** The permanent address of an edition. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportSlug, edition } = await params;
  if (!/^[1-9]\d{0,3}$/.test(edition)) return answer(request, (reader) => missing(reader, "report"));
  return answerReport(request, reportSlug, Number(edition));
}
