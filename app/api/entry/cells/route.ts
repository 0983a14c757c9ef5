import { saveCells } from "#lib/entry/commands.ts";
import { batchSchema } from "#lib/entry/schema.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { answer, refusal } from "../answer.ts";

/** Takes typed cells; the queue of the browser sends a batch again until it is answered. */
export async function POST(request: Request): Promise<Response> {
  const parsed = batchSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return answer({ refused: "invalid" }, 422);
  try {
    const now = currentInstant();
    const saved = await saveCells(await currentViewer(), parsed.data, now);
    return answer({ ...saved, at: now.toISOString() });
  } catch (error) {
    return refusal(error);
  }
}
