import "server-only";
import type { WorkFacts } from "../assessments/rules.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import type { Agreement } from "./agreement.ts";
import { cellName, cellOf, mostRows } from "./columns.ts";
import { cellsOf } from "./commands.ts";
import { type EarlierMean, earlierMeans } from "./earlier-means.ts";
import { type EntryPlace, findPlace, personOf, storedEntry } from "./find-entry.ts";
import type { StoredCell } from "./queue.ts";
import { passOf } from "./rules.ts";
import type { EntryKey } from "./schema.ts";
import { takenCodes } from "./taken-codes.ts";

/** A cell that two people typed differently. */
export interface Difference {
  name: string;
  row: number;
  column: string;
  /** the pupil's code */
  code: string;
  first: string;
  second: string;
}

/** Everything that the page of typing a class shows. */
export interface EntryView {
  key: EntryKey;
  personId: number;
  work: NamedWork & Pick<WorkFacts, "tasks" | "maxScore" | "scale">;
  school: { id: number; name: string; login: string };
  /** Classes of the grade; `rows` = typed rows of each draft. */
  classes: readonly { label: string; rows: number }[];
  rows: number;
  pass: 1 | 2;
  twice: boolean;
  compared: boolean;
  agreement: Omit<Agreement, "open"> | null;
  differences: readonly Difference[];
  version: number;
  cells: readonly StoredCell[];
  /** Codes of other classes in this work, with the class. */
  taken: readonly (readonly [code: string, label: string])[];
  earlier: readonly EarlierMean[];
  /** Results of the class as they stand: rows, and when they changed. */
  standing: { rows: number; changedAt: string } | null;
  /** `waits` = the import would replace results and is not applied yet; null also when it was taken back. */
  handed: { version: number; at: string; importId: number; waits: boolean } | null;
}

/** The page of typing one class. In a second, blind typing the first one is not told, only its codes. */
export function getEntry(viewer: Viewer, key: EntryKey): Promise<EntryView> {
  permit(viewer, "results.import");
  const personId = personOf(viewer);
  return asViewer(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    const entry = await storedEntry(tx, key, false);
    const work = found((await namedWorks(tx, [key.workId])).get(key.workId));
    const pass = entry ? passOf({ ...entry, personId }) : 1;
    const first = entry ? await cellsOf(tx, entry.id, 1) : [];
    const cells =
      pass === 1
        ? first
        : [
            ...first.filter(({ column }) => column === "code"),
            ...(entry ? await cellsOf(tx, entry.id, 2) : []).filter(({ column }) => column !== "code"),
          ];
    const row = entry ? await tx.entry.findUnique({ where: { id: entry.id } }) : null;
    const agreement = (row?.agreement ?? null) as Agreement | null;
    const { pupils } = found(place.classes.find(({ label }) => label === key.classLabel));
    const typedRows = Math.max(0, ...first.filter(({ value }) => value !== "").map((cell) => cell.row + 1));
    const { tasks, maxScore, scale } = place.work;
    return {
      key,
      personId,
      work: { ...work, tasks, maxScore, scale },
      school: { id: place.school.id, name: place.school.name, login: place.school.login },
      classes: await draftRows(tx, place, key),
      rows: Math.min(Math.max(pupils ?? 25, typedRows, 1), mostRows),
      pass,
      twice: entry?.twice ?? false,
      compared: entry?.compared ?? false,
      agreement: agreement && {
        cells: agreement.cells,
        differing: agreement.differing,
        kappa: agreement.kappa,
      },
      differences: entry && agreement ? await differencesOf(tx, entry.id, first, agreement.open) : [],
      version: entry?.version ?? 0,
      cells,
      taken: await takenCodes(tx, place, key),
      earlier: await earlierMeans(tx, place, key.classLabel),
      standing: await standingRows(tx, place, key),
      handed: await handedOver(tx, row),
    };
  });
}

/** How many rows of each class of the grade are typed. */
async function draftRows(
  tx: ReadTx,
  place: EntryPlace,
  key: EntryKey,
): Promise<{ label: string; rows: number }[]> {
  const rows = await tx.$queryRaw<{ label: string; rows: number }[]>`
    SELECT e.class_label AS label, count(DISTINCT c."row")::int AS rows FROM entry e
    JOIN entry_cell c ON c.entry_id = e.id AND c.pass = 1 AND c.col <> 'code' AND c.value <> ''
    WHERE e.school_id = ${key.schoolId} AND e.work_id = ${key.workId} GROUP BY 1`;
  const typed = new Map(rows.map((row) => [row.label, row.rows]));
  return place.classes.map(({ label }) => ({ label, rows: typed.get(label) ?? 0 }));
}

async function handedOver(
  tx: ReadTx,
  row: { handedAt: Date | null; handedVersion: number | null; importId: number | null } | null,
): Promise<EntryView["handed"]> {
  if (!row?.handedAt || row.importId === null) return null;
  const file = await tx.importFile.findUnique({ where: { id: row.importId }, select: { status: true } });
  if (file === null || !["applied", "unchanged", "review"].includes(file.status)) return null;
  const { handedVersion, handedAt, importId } = row;
  return {
    version: handedVersion ?? 0,
    at: handedAt.toISOString(),
    importId,
    waits: file.status === "review",
  };
}

async function differencesOf(
  tx: ReadTx,
  entryId: number,
  first: readonly StoredCell[],
  open: readonly string[],
): Promise<Difference[]> {
  const second = new Map(
    (await cellsOf(tx, entryId, 2)).map((cell) => [cellName(cell.row, cell.column), cell.value]),
  );
  const firsts = new Map(first.map((cell) => [cellName(cell.row, cell.column), cell.value]));
  return open.map((name) => {
    const { row, column } = cellOf(name);
    return {
      name,
      row,
      column,
      code: firsts.get(cellName(row, "code")) ?? "",
      first: firsts.get(name) ?? "",
      second: second.get(name) ?? "",
    };
  });
}

async function standingRows(
  tx: ReadTx,
  place: EntryPlace,
  key: EntryKey,
): Promise<{ rows: number; changedAt: string } | null> {
  const rows = await tx.participation.count({
    where: { schoolId: key.schoolId, year: place.work.year, workId: key.workId, classLabel: key.classLabel },
  });
  if (rows === 0) return null;
  const set = await tx.resultSet.findUnique({
    where: { schoolId_workId: { schoolId: key.schoolId, workId: key.workId } },
    select: { changedAt: true },
  });
  return { rows, changedAt: (set?.changedAt ?? new Date(0)).toISOString() };
}

/** The codes of a class for the sheet that stays at the school; rows without a code are left out. */
export function getCodeSheet(
  viewer: Viewer,
  key: EntryKey,
): Promise<{ work: NamedWork; school: string; codes: { row: number; code: string; variant: string }[] }> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const place = await findPlace(tx, key);
    const work = found((await namedWorks(tx, [key.workId])).get(key.workId));
    const entry = await storedEntry(tx, key, false);
    const cells = entry ? await cellsOf(tx, entry.id, 1) : [];
    const variants = new Map(
      cells.filter(({ column }) => column === "variant").map(({ row, value }) => [row, value]),
    );
    const codes = cells
      .filter(({ column, value }) => column === "code" && value !== "")
      .map(({ row, value }) => ({ row, code: value, variant: variants.get(row) ?? "" }));
    return { work, school: place.school.name, codes };
  });
}
