import type { ExportCell, ExportColumn } from "#lib/platform/spreadsheet-export/sheet.ts";
import { ITEM } from "#lib/results/cells/item.ts";
import type { DemoRow } from "../results.ts";
import type { DemoWork } from "../works.ts";

/** Words of the forms themselves, as ФИС ОКО prints them (forms.md); not sentences of the portal. */
export const WORDS = {
  absent: "отсутствовал",
  noJournal: "нет отметки",
  journal: "Отметка за предыдущий триместр/ четверть/полугодие",
  total: "Итого баллов",
} as const;

/** A column of a form; the widths are those that make it readable. */
export function columns(headers: readonly string[], width = 12): ExportColumn[] {
  return headers.map((header) => ({ header, width }));
}

/** Task headers with their maxima: `4.1 (2б)`. */
export function taskHeaders({ tasks }: Pick<DemoWork, "tasks">, code = (text: string) => text): string[] {
  return tasks.map((task) => `${code(task.code)} (${task.max}б)`);
}

/** Points, X or «не пройд.» of a row; blank for an absent pupil. */
export function itemCells(row: DemoRow, work: Pick<DemoWork, "tasks">): ExportCell[] {
  if (row.absent) return work.tasks.map(() => null);
  return row.items.map((item) => {
    if (item === ITEM.notAttempted) return "X";
    return item === ITEM.notTaught ? "не пройд." : item;
  });
}

/** The journal mark, or the words that say that there is none. */
export function journalCell(row: DemoRow): ExportCell {
  return row.journal ?? WORDS.noJournal;
}
