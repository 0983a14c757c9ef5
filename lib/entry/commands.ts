import { inTransaction, type ReadTx, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { RefusedError } from "../platform/errors.ts";
import { isStorable } from "./cell-text.ts";
import { cellName, entryColumns } from "./columns.ts";
import { type EntryPlace, findPlace, personOf, type StoredEntry, storedEntry } from "./find-entry.ts";
import type { BatchAnswer, Conflict, Edit, StoredCell } from "./queue.ts";
import { type HeldCell, judgeBatch, passOf } from "./rules.ts";
import type { Batch } from "./schema.ts";

/**
 * Takes a batch of typed cells into the draft of a class, cell by cell: what was typed upon the version that is there is
 * written, what somebody changed meanwhile is answered with both values. The same batch again changes nothing and gets
 * the same answer. The journal gets one line a sitting, not one a key.
 */
export async function saveCells(viewer: Viewer, batch: Batch, now: Date): Promise<BatchAnswer> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  if (batch.personId !== personId) throw new RefusedError("conflict", "entry.refused.otherPerson");
  return inTransaction(viewer, async (tx) => {
    const place = await findPlace(tx, batch);
    const entry =
      batch.edits.length > 0
        ? await takeEntry(tx, batch, personId, now)
        : await storedEntry(tx, batch, false);
    if (!entry) return { batch: batch.batch, version: 0, accepted: [], conflicts: [], changes: [] };
    if (passOf({ ...entry, personId }) !== batch.pass)
      throw new RefusedError("conflict", "entry.refused.otherPass");
    if (batch.edits.length === 0) return answerWith(tx, entry, batch, entry.version, nothing);
    const known = await tx.entryBatch.findUnique({
      where: { entryId_batch: { entryId: entry.id, batch: batch.batch } },
      select: { answer: true },
    });
    if (known) return answerWith(tx, entry, batch, entry.version, known.answer as unknown as Told);
    checkEdits(place, batch);
    return write(tx, viewer, place, entry, batch, now);
  });
}

/** The part of an answer that stays the same when the batch comes again. */
interface Told {
  accepted: StoredCell[];
  conflicts: Conflict[];
}
const nothing: Told = { accepted: [], conflicts: [] };

async function takeEntry(tx: WriteTx, batch: Batch, personId: number, now: Date): Promise<StoredEntry> {
  await tx.$executeRaw`INSERT INTO entry (school_id, work_id, class_label, created_at, created_by, changed_at)
    VALUES (${batch.schoolId}, ${batch.workId}, ${batch.classLabel}, ${now}, ${personId}, ${now}) ON CONFLICT DO NOTHING`;
  const entry = await storedEntry(tx, batch, true);
  if (!entry) throw new RefusedError("notFound");
  return entry;
}

/** The browser sends nothing else; whoever sends it by hand is told no. */
function checkEdits(place: EntryPlace, batch: Batch): void {
  const columns = new Map(entryColumns(place.work.tasks).map((column) => [column.key, column]));
  for (const { column, value } of batch.edits) {
    const spec = columns.get(column);
    if (!spec || !isStorable(spec, value)) throw new RefusedError("invalid", "entry.refused.badCell");
    if (batch.pass === 2 && spec.kind === "code") throw new RefusedError("invalid", "entry.refused.badCell");
  }
}

async function write(
  tx: WriteTx,
  viewer: Viewer,
  place: EntryPlace,
  entry: StoredEntry,
  batch: Batch,
  now: Date,
): Promise<BatchAnswer> {
  const personId = personOf(viewer);
  const stored = await cellsOf(tx, entry.id, batch.pass);
  const held = new Map<string, HeldCell>(stored.map((cell) => [cellName(cell.row, cell.column), cell]));
  const judged = judgeBatch(held, batch.edits);
  const version = judged.written.length > 0 ? entry.version + 1 : entry.version;
  await putCells(
    tx,
    { entry, schoolId: place.school.id, pass: batch.pass, personId, version },
    judged.written,
    now,
  );
  const at = (edit: Edit) => held.get(cellName(edit.row, edit.column));
  const told: Told = {
    accepted: [
      ...judged.written.map(({ row, column, value }) => ({ row, column, value, version })),
      ...judged.same.map((edit) => ({ ...plainCell(edit), version: at(edit)?.version ?? 0 })),
    ],
    conflicts: await conflictsOf(tx, entry.id, batch.pass, judged.clashing),
  };
  const isFirst =
    (await tx.entryBatch.count({ where: { entryId: entry.id, sitting: batch.sitting, personId } })) === 0;
  await tx.entryBatch.create({
    data: {
      entryId: entry.id,
      schoolId: place.school.id,
      batch: batch.batch,
      pass: batch.pass,
      sitting: batch.sitting,
      at: now,
      personId,
      version,
      changes: judged.written.map((edit) => ({ ...plainCell(edit), before: at(edit)?.value ?? "" })),
      answer: JSON.parse(JSON.stringify(told)) as object,
    },
  });
  if (isFirst)
    await record(
      tx,
      viewer,
      {
        action: "entry.type",
        subject: `entry:${entry.id}`,
        municipalityId: place.school.municipalityId,
        schoolId: place.school.id,
        details: {
          work: place.work.id,
          class: batch.classLabel,
          pass: batch.pass,
          cells: batch.edits.length,
        },
      },
      now,
    );
  return answerWith(tx, { ...entry, version }, batch, version, told);
}

const plainCell = ({ row, column, value }: Edit) => ({ row, column, value });

/** Writes cells under a new version of the entry. */
export async function putCells(
  tx: WriteTx,
  to: { entry: { id: number }; schoolId: number; pass: 1 | 2; personId: number; version: number },
  cells: readonly { row: number; column: string; value: string }[],
  now: Date,
): Promise<void> {
  if (cells.length === 0) return;
  await tx.$executeRaw`INSERT INTO entry_cell AS c (entry_id, school_id, pass, "row", col, value, version, changed_at, changed_by)
    SELECT ${to.entry.id}, ${to.schoolId}, ${to.pass}, t."row", t."column", t.value, ${to.version}, ${now}, ${to.personId}
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS t("row" smallint, "column" text, value text)
    ON CONFLICT (entry_id, pass, "row", col) DO UPDATE
    SET value = EXCLUDED.value, version = EXCLUDED.version, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`;
  await tx.$executeRaw`UPDATE entry SET version = ${to.version}, changed_at = ${now} WHERE id = ${to.entry.id}`;
}

/** All cells of one typing. */
export function cellsOf(tx: ReadTx, entryId: number, pass: 1 | 2, since = 0): Promise<StoredCell[]> {
  return tx.$queryRaw<StoredCell[]>`
    SELECT "row"::int AS "row", col AS "column", value, version FROM entry_cell
    WHERE entry_id = ${entryId} AND pass = ${pass} AND version > ${since} ORDER BY "row", col`;
}

async function conflictsOf(
  tx: ReadTx,
  entryId: number,
  pass: 1 | 2,
  clashing: readonly Edit[],
): Promise<Conflict[]> {
  const conflicts: Conflict[] = [];
  for (const { row, column } of clashing) {
    const cell = await tx.entryCell.findUnique({
      where: { entryId_pass_row_col: { entryId, pass, row, col: column } },
    });
    // A person who left the viewer's sight is still somebody; the name is then empty.
    const by = cell
      ? await tx.person.findUnique({ where: { id: cell.changedBy }, select: { name: true } })
      : null;
    conflicts.push({
      row,
      column,
      value: cell?.value ?? "",
      version: cell?.version ?? 0,
      by: by?.name ?? "",
      at: (cell?.changedAt ?? new Date(0)).toISOString(),
    });
  }
  return conflicts;
}

async function answerWith(
  tx: ReadTx,
  entry: StoredEntry,
  batch: Batch,
  version: number,
  told: Told,
): Promise<BatchAnswer> {
  const changes = await cellsOf(tx, entry.id, batch.pass, batch.since);
  return { batch: batch.batch, version, ...told, changes };
}
