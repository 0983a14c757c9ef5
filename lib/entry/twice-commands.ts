import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { RefusedError } from "../platform/errors.ts";
import { type Agreement, compareTypings } from "./agreement.ts";
import { cellName, cellOf, entryColumns, mostRows } from "./columns.ts";
import { cellsOf, putCells } from "./commands.ts";
import { findPlace, personOf, storedEntry } from "./find-entry.ts";
import type { EntryKey } from "./schema.ts";
import { traceCells } from "./trace-writes.ts";

/**
 * Says that a class is typed twice, or once again. What two people typed is never thrown away, but once they are compared
 * the setting stays.
 */
export async function setTwice(viewer: Viewer, key: EntryKey, twice: boolean, now: Date): Promise<void> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  await inTransaction(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    await tx.$executeRaw`INSERT INTO entry (school_id, work_id, class_label, created_at, created_by, changed_at)
      VALUES (${key.schoolId}, ${key.workId}, ${key.classLabel}, ${now}, ${personId}, ${now}) ON CONFLICT DO NOTHING`;
    const entry = await storedEntry(tx, key, true);
    if (!entry) throw new RefusedError("notFound");
    if (entry.compared) throw new RefusedError("conflict", "entry.refused.comparedAlready");
    if (entry.twice === twice) return;
    await tx.entry.update({ where: { id: entry.id }, data: { twice } });
    await record(
      tx,
      viewer,
      {
        action: "entry.twice",
        subject: `entry:${entry.id}`,
        municipalityId: place.school.municipalityId,
        schoolId: place.school.id,
        details: { work: place.work.id, class: key.classLabel, twice },
      },
      now,
    );
  });
}

/** Ends the second typing and compares it with the first; what differs waits for a decision, and how far they agree is kept. */
export async function compareTwice(viewer: Viewer, key: EntryKey, now: Date): Promise<Agreement> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    const entry = await storedEntry(tx, key, true);
    if (!entry?.twice || entry.compared) throw new RefusedError("conflict", "entry.refused.notTwice");
    // Whoever typed first must not end the other's typing.
    if (entry.firstTypists.includes(personId)) throw new RefusedError("conflict", "entry.refused.otherPass");
    const typing = async (pass: 1 | 2) =>
      new Map(
        (await cellsOf(tx, entry.id, pass)).map((cell) => [cellName(cell.row, cell.column), cell.value]),
      );
    const second = await typing(2);
    if (![...second.values()].some((value) => value !== ""))
      throw new RefusedError("invalid", "entry.refused.secondEmpty");
    const agreement = compareTypings(entryColumns(place.work.tasks), mostRows, await typing(1), second);
    await tx.entry.update({
      where: { id: entry.id },
      data: { comparedAt: now, comparedBy: personId, agreement: { ...agreement } },
    });
    await record(
      tx,
      viewer,
      {
        action: "entry.compare",
        subject: `entry:${entry.id}`,
        municipalityId: place.school.municipalityId,
        schoolId: place.school.id,
        details: { cells: agreement.cells, differing: agreement.differing, kappa: agreement.kappa },
      },
      now,
    );
    return agreement;
  });
}

/** Decides one differing cell by the paper: the value of the first or of the second typing goes on. */
export async function resolveDifference(
  viewer: Viewer,
  key: EntryKey,
  choice: { cell: string; keep: "first" | "second" },
  now: Date,
): Promise<{ left: number }> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    const entry = await storedEntry(tx, key, true);
    const row = entry && (await tx.entry.findUnique({ where: { id: entry.id } }));
    const agreement = (row?.agreement ?? null) as Agreement | null;
    if (!entry || !agreement?.open.includes(choice.cell))
      throw new RefusedError("conflict", "entry.refused.decidedAlready");
    if (choice.keep === "second") {
      const { row: at, column } = cellOf(choice.cell);
      const typed = async (pass: 1 | 2) =>
        (await cellsOf(tx, entry.id, pass)).find((cell) => cell.row === at && cell.column === column)
          ?.value ?? "";
      const [before, value] = [await typed(1), await typed(2)];
      const to = { entry, schoolId: place.school.id, pass: 1 as const, personId, version: entry.version + 1 };
      await putCells(tx, to, [{ row: at, column, value }], now);
      await traceCells(tx, to, "resolved", [{ row: at, column, before, value }], now);
    }
    const open = agreement.open.filter((name) => name !== choice.cell);
    await tx.entry.update({ where: { id: entry.id }, data: { agreement: { ...agreement, open } } });
    return { left: open.length };
  });
}
