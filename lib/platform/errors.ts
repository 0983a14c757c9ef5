/**
 * A refusal that a person may read: the message key names a sentence in `messages/*`/errors.json.
 * Anything else that is thrown is a defect: it is logged and answered with the error page.
 */
export type RefusalKind = "notSignedIn" | "forbidden" | "notFound" | "conflict" | "invalid" | "throttled";

export class RefusedError extends Error {
  readonly kind: RefusalKind;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(kind: RefusalKind, messageKey: string = kind, params: Record<string, string | number> = {}) {
    super(`${kind}: ${messageKey}`);
    this.name = "RefusedError";
    this.kind = kind;
    this.messageKey = messageKey;
    this.params = params;
  }
}

/** The record does not exist, or is out of the viewer's scope: the two must look the same. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new RefusedError("notFound");
  return record;
}

/** True for PostgreSQL's "duplicate key" in the shapes that Prisma gives it, so that an expected duplicate can be answered in words. */
export function isDuplicateKey(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = "code" in error ? error.code : null;
  return code === "P2002" || code === "23505";
}
