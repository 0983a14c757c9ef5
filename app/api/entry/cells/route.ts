import { saveCells } from "#lib/entry/commands.ts";
import { batchSchema } from "#lib/entry/schema.ts";
import { currentLocale, currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { type RefusalKind, RefusedError } from "#lib/platform/errors.ts";
import { sentence } from "#messages/sentence.ts";

const status: Record<RefusalKind, number> = {
  notSignedIn: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  throttled: 429,
};

/** Takes typed cells; the queue of the browser sends a batch again until it is answered. */
export async function POST(request: Request): Promise<Response> {
  const parsed = batchSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return answer({ refused: "invalid" }, 422);
  try {
    const now = currentInstant();
    const saved = await saveCells(await currentViewer(), parsed.data, now);
    return answer({ ...saved, at: now.toISOString() }, 200);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const words = sentence(await currentLocale(), error.messageKey, error.params);
    return answer({ refused: error.kind, words }, status[error.kind]);
  }
}

function answer(body: unknown, code: number): Response {
  return Response.json(body, { status: code, headers: { "cache-control": "private, no-store" } });
}
