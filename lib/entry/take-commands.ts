import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { RefusedError } from "../platform/errors.ts";
import { ITEM } from "../results/cells/item.ts";
import { SIGN } from "./cell-text.ts";
import { mostRows } from "./columns.ts";
import { putCells } from "./commands.ts";
import { findPlace, personOf, storedEntry } from "./find-entry.ts";
import type { EntryKey } from "./schema.ts";
import { traceCells } from "./trace-writes.ts";

/** Lays the results of a class as they stand into its empty draft, so that single cells can be mended. Refused when something is typed already. */
export async function takeStanding(viewer: Viewer, key: EntryKey, now: Date): Promise<{ rows: number }> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    await tx.$executeRaw`INSERT INTO entry (school_id, work_id, class_label, created_at, created_by, changed_at)
      VALUES (${key.schoolId}, ${key.workId}, ${key.classLabel}, ${now}, ${personId}, ${now}) ON CONFLICT DO NOTHING`;
    const entry = await storedEntry(tx, key, true);
    if (!entry || entry.version > 0) throw new RefusedError("conflict", "entry.refused.typedAlready");
    const standing = await tx.participation.findMany({
      where: {
        schoolId: key.schoolId,
        year: place.work.year,
        workId: key.workId,
        classLabel: key.classLabel,
      },
      orderBy: { participantCode: "asc" },
      take: mostRows,
    });
    const cells = standing.flatMap((pupil, row) => {
      const fields: Record<string, string> = {
        code: pupil.participantCode,
        sex: pupil.sex ?? "",
        variant: pupil.variant,
        journal: pupil.journal === null ? "" : String(pupil.journal),
        absent: pupil.status === "absent" ? SIGN.absent : "",
      };
      place.work.tasks.forEach((task, i) => {
        fields[`t:${task.code}`] = itemText(pupil.items[i] ?? ITEM.blank);
      });
      return Object.entries(fields)
        .filter(([, value]) => value !== "")
        .map(([column, value]) => ({ row, column, value }));
    });
    const to = { entry, schoolId: place.school.id, pass: 1 as const, personId, version: 1 };
    await putCells(tx, to, cells, now);
    await traceCells(
      tx,
      to,
      "taken",
      cells.map((cell) => ({ ...cell, before: "" })),
      now,
    );
    await record(
      tx,
      viewer,
      {
        action: "entry.take",
        subject: `entry:${entry.id}`,
        municipalityId: place.school.municipalityId,
        schoolId: place.school.id,
        details: { work: place.work.id, class: key.classLabel, rows: standing.length },
      },
      now,
    );
    return { rows: standing.length };
  });
}

function itemText(value: number): string {
  if (value >= 0) return String(value);
  if (value === ITEM.notAttempted) return SIGN.notAttempted;
  return value === ITEM.notTaught ? SIGN.notTaught : "";
}
