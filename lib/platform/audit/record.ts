import type { WriteTx } from "../access/as-viewer.ts";
import type { Viewer } from "../access/viewer.ts";

export interface AuditEntry {
  /** Feature and verb: `results.apply`. */
  action: string;
  /** What it was done to, as kind and id: `import:12`. */
  subject: string;
  /** The municipality whose chain the event belongs to; null for what belongs to none. */
  municipalityId: number | null;
  schoolId?: number | null;
  /** Counts, old and new values. Never names or scores of pupils. */
  details?: Record<string, unknown>;
}

/** Writes what happened into the journal, in the transaction in which it happens. Place and hash in the chain are made by the database. */
export async function record(tx: WriteTx, viewer: Viewer, entry: AuditEntry, now: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_event (at, chain, actor_id, actor_role, municipality_id, school_id, action, subject, details, previous_hash, hash)
    VALUES (${now}, 0, ${viewer.personId}::int, ${viewer.role}, ${entry.municipalityId}::int, ${entry.schoolId ?? null}::int,
      ${entry.action}, ${entry.subject}, ${JSON.stringify(entry.details ?? {})}::jsonb, '', '')`;
}
