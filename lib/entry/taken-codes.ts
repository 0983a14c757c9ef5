import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { EntryPlace } from "./find-entry.ts";
import type { EntryKey } from "./schema.ts";

/** Codes that other classes have in this work, in the results or in another draft: a code is one pupil. */
export async function takenCodes(
  tx: ReadTx,
  place: EntryPlace,
  key: EntryKey,
): Promise<(readonly [string, string])[]> {
  const rows = await tx.$queryRaw<{ code: string; label: string }[]>`
    SELECT participant_code AS code, class_label AS label FROM participation
    WHERE school_id = ${key.schoolId} AND year = ${place.work.year} AND work_id = ${key.workId} AND class_label NOT IN (${key.classLabel}, '')
    UNION SELECT c.value, e.class_label FROM entry e JOIN entry_cell c ON c.entry_id = e.id AND c.pass = 1 AND c.col = 'code' AND c.value <> ''
    WHERE e.school_id = ${key.schoolId} AND e.work_id = ${key.workId} AND e.class_label <> ${key.classLabel}
    ORDER BY 1`;
  return rows.map(({ code, label }) => [code, label] as const);
}
