import { answerReport } from "../report-answer.ts";

type Context = { params: Promise<{ reportSlug: string }> };

/** The newest standing edition of a report. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerReport(request, (await params).reportSlug, null);
}
