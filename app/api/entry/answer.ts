import { currentLocale } from "#lib/platform/access/session.ts";
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

/** An answer to the grid's script; nobody on the way keeps it. */
export function answer(body: unknown, code = 200): Response {
  return Response.json(body, { status: code, headers: { "cache-control": "private, no-store" } });
}

/** A refusal with its sentence; anything else is a defect and thrown on. */
export async function refusal(error: unknown): Promise<Response> {
  if (!(error instanceof RefusedError)) throw error;
  const words = sentence(await currentLocale(), error.messageKey, error.params);
  return answer({ refused: error.kind, words }, status[error.kind]);
}
