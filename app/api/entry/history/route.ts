import { getCellHistory } from "#lib/entry/history-queries.ts";
import { cellKeySchema } from "#lib/entry/schema.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { answer, refusal } from "../answer.ts";

/** What was done to one cell of a class's draft, for the panel below the grid. */
export async function GET(request: Request): Promise<Response> {
  const parsed = cellKeySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return answer({ refused: "invalid" }, 422);
  try {
    return answer({ steps: await getCellHistory(await currentViewer(), parsed.data) });
  } catch (error) {
    return refusal(error);
  }
}
