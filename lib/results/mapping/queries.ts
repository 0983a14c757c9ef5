import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import { plain } from "../../platform/text/plain.ts";
import { columnLetters } from "../column-name.ts";
import { keptSheets } from "../import-writes.ts";
import { isFilled } from "../layouts/line-kind.ts";
import type { Given } from "../schema.ts";
import type { Understood } from "../understood.ts";
import { presetsFor } from "./find-presets.ts";
import { type GuessedColumn, guessHeaderRow, guessMapping, guessPlace } from "./guess-mapping.ts";
import { headerFingerprint, headerRows } from "./header-fingerprint.ts";
import { isMappable } from "./mappable.ts";
import { nameColumnsOf } from "./personal-names.ts";

/** A column as the screen asks about it. */
export interface ColumnView extends GuessedColumn {
  letters: string;
}

export interface MappingView {
  id: number;
  fileName: string;
  sheets: readonly string[];
  sheet: string;
  headerRow: number;
  /** rows that could be the header, with their first texts */
  rows: readonly { row: number; text: string }[];
  columns: readonly ColumnView[];
  /** the name of the layout that fits already, or "" */
  name: string;
  given: Given;
  /** how many task columns there are, so that works with as many come first */
  tasks: number;
}

/** The mapping of a file's table: the sheet and header row that were asked for, or our guess, with a guess for every column. */
export async function getMapping(
  viewer: Viewer,
  importId: number,
  asked: { sheet?: string | undefined; row?: number | undefined },
): Promise<MappingView> {
  permit(viewer, "results.import");
  const file = await asViewer(viewer, async (tx) => {
    const row = found(await tx.importFile.findUnique({ where: { id: importId } }));
    return { ...row, sheets: await keptSheets(tx, importId) };
  });
  const { layout } = file.understood as Partial<Understood>;
  if (!isMappable(file.status, layout)) throw new RefusedError("notFound");
  const guess = guessPlace(file.sheets);
  const sheet = found(
    file.sheets.find(({ name }) => name === (asked.sheet ?? guess?.sheet)) ?? file.sheets[0],
  );
  const headerRow = asked.row ?? (sheet.name === guess?.sheet ? guess.row : guessHeaderRow(sheet)) ?? 1;
  const refused = new Set([...nameColumnsOf(sheet)].map((i) => i + 1));
  const guessed = guessMapping(sheet, headerRow, refused);
  const print = headerFingerprint(sheet.rows[headerRow - 1] ?? []);
  const known = print === null ? undefined : (await presetsFor(viewer, [print]))[0];
  const said = new Map(known?.mapping.columns.map((column) => [column.column, column]));
  const columns = guessed.map((column): ColumnView => {
    const before = said.get(column.column);
    const letters = columnLetters(column.column);
    if (
      !before ||
      column.meaning === "names" ||
      (before.meaning === column.meaning && before.task === column.task)
    )
      return { ...column, letters };
    return {
      ...column,
      letters,
      meaning: before.meaning,
      task: before.task,
      max: before.max,
      reason: { key: "asBefore", params: { name: known?.name ?? "" } },
    };
  });
  return {
    id: file.id,
    fileName: file.name,
    sheets: file.sheets.map(({ name }) => name),
    sheet: sheet.name,
    headerRow,
    rows: sheet.rows.slice(0, headerRows).flatMap((row, i) => {
      const texts = row
        .filter(isFilled)
        .slice(0, 4)
        .map((text) => plain(text).slice(0, 24));
      return texts.length < 2 && i + 1 !== headerRow ? [] : [{ row: i + 1, text: texts.join(" · ") }];
    }),
    columns,
    name: known?.name ?? "",
    given: file.given as Given,
    tasks: columns.filter(({ meaning }) => meaning === "task").length,
  };
}
