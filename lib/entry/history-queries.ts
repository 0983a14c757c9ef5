import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { CellStep } from "./cell-step.ts";
import { findPlace, personOf, storedEntry } from "./find-entry.ts";
import { passOf } from "./rules.ts";
import type { CellKey } from "./schema.ts";

const MOST_STEPS = 50;

/**
 * What was done to one cell of a draft, newest first. In a blind second typing only what was typed there: the first one
 * stays unseen until the two are compared.
 */
export function getCellHistory(viewer: Viewer, key: CellKey): Promise<CellStep[]> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  return asViewer(viewer, async (tx) => {
    await findPlace(tx, key);
    const entry = await storedEntry(tx, key, false);
    if (!entry) return [];
    const pass = passOf({ ...entry, personId });
    const rows = await tx.$queryRaw<
      { at: Date; by: string | null; sitting: string; before: string; after: string }[]
    >`
      SELECT b.at, p.name AS by, b.sitting, c ->> 'before' AS before, c ->> 'value' AS after
      FROM entry_batch b CROSS JOIN LATERAL jsonb_array_elements(b.changes) c LEFT JOIN person p ON p.id = b.person_id
      WHERE b.entry_id = ${entry.id} AND b.pass = ${pass}
        AND (c ->> 'row')::int = ${key.row} AND c ->> 'column' = ${key.column}
      ORDER BY b.version DESC, b.at DESC LIMIT ${MOST_STEPS}`;
    return rows.map(({ at, by, sitting, before, after }) => ({
      at: at.toISOString(),
      by: by ?? "",
      how: sitting === "taken" || sitting === "resolved" ? sitting : "typed",
      before,
      after,
    }));
  });
}
