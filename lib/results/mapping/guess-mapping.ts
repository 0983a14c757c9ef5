import { plain } from "#lib/platform/text/plain.ts";
import { taskCode } from "#lib/platform/text/task-code.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { isFilled } from "../layouts/line-kind.ts";
import { columnDomain } from "./column-domain.ts";
import { type ColumnGuess, guessColumn } from "./guess-column.ts";
import { headerRows } from "./header-fingerprint.ts";
import { type HeaderPlace, type Mapping, singleMeanings } from "./mapping.ts";
import { isNamesHeader } from "./names-header.ts";

/** A column of the chosen table, as the screen shows it: what it was taken for, why, and three of its cells. */
export interface GuessedColumn extends ColumnGuess {
  /** 1-based */
  column: number;
  header: string;
  samples: readonly string[];
}

const shownSamples = 3;
const mostColumns = 512;

/** Guesses every column of a table. `refused` = columns that hold names (1-based): nothing of them is shown. */
export function guessMapping(
  sheet: TextSheet,
  headerRow: number,
  refused: ReadonlySet<number> = new Set(),
): GuessedColumn[] {
  const header = sheet.rows[headerRow - 1] ?? [];
  const width = Math.min(mostColumns, Math.max(header.length, widthBelow(sheet, headerRow)));
  const guessed: GuessedColumn[] = [];
  for (let i = 0; i < width; i++) {
    const text = header[i] ?? "";
    const domain = columnDomain(sheet.rows, headerRow, i);
    if (text.trim() === "" && domain.filled === 0 && !refused.has(i + 1)) continue;
    const isNames = refused.has(i + 1) || isNamesHeader(text);
    const guess: ColumnGuess = isNames
      ? { meaning: "names", reason: { key: "names", params: {} }, task: null, max: null, numbered: false }
      : guessColumn(text, domain);
    guessed.push({
      ...guess,
      column: i + 1,
      header: plain(text),
      samples: isNames ? [] : samplesOf(sheet, headerRow, i),
    });
  }
  return settle(guessed);
}

/** The guess as a mapping that can be read. */
export function toMapping(columns: readonly GuessedColumn[]): Mapping {
  const tasks = columns.filter(({ meaning }) => meaning === "task");
  return {
    columns: columns.map(({ column, meaning, task, max }) => ({
      column,
      meaning,
      task: meaning === "task" ? task : null,
      max: meaning === "task" ? max : null,
    })),
    tasksByPlace: tasks.length > 0 && tasks.every(({ numbered }) => numbered),
  };
}

/** The row that reads most like a header: many short texts, one or more words that are known, values below. Null for an empty sheet. */
export function guessHeaderRow(sheet: TextSheet): number | null {
  let best: { row: number; score: number } | null = null;
  for (let i = 0; i < sheet.rows.length && i < headerRows; i++) {
    const row = sheet.rows[i] ?? [];
    const filled = row.slice(0, mostColumns).filter(isFilled);
    if (filled.length < 3) continue;
    const known = guessWords(row);
    const codes = row.filter(
      (text) => isFilled(text) && taskCode(text) !== null && !/^\d{1,2}$/.test(plain(text)),
    ).length;
    const texts = filled.filter((text) => /\p{L}/u.test(text)).length;
    const score = known * 6 + codes * 2 + texts + filled.length * 0.5;
    if (best === null || score > best.score) best = { row: i + 1, score };
  }
  return best?.row ?? null;
}

/** The sheet and row where the table most likely stands: the first sheet whose header names a code or tasks, else the fullest. */
export function guessPlace(sheets: readonly TextSheet[]): HeaderPlace | null {
  let best: (HeaderPlace & { score: number }) | null = null;
  for (const sheet of sheets) {
    const row = guessHeaderRow(sheet);
    if (row === null) continue;
    const columns = guessMapping(sheet, row);
    const tasks = columns.filter(({ meaning }) => meaning === "task").length;
    const code = columns.some(({ meaning }) => meaning === "code") ? 5 : 0;
    const score =
      (sheet.hidden ? -3 : 0) + code + Math.min(tasks, 40) + Math.min(sheet.rows.length, 30) * 0.1;
    if (best === null || score > best.score) best = { sheet: sheet.name, row, score };
  }
  return best && { sheet: best.sheet, row: best.row };
}

const EMPTY = columnDomain([], 0, 0);

/** How many cells of a row are words that headers of results have. */
export function guessWords(row: readonly string[]): number {
  let known = 0;
  for (const text of row.slice(0, mostColumns)) {
    if (!isFilled(text)) continue;
    if (isNamesHeader(text)) known++;
    else if (/\p{L}/u.test(text)) {
      const { reason, meaning } = guessColumn(text, EMPTY);
      if (reason.key === "headerWord" || (meaning === "task" && reason.key !== "taskHeaderEmpty")) known++;
    }
  }
  return known;
}

/** Of two columns that can only be one thing the first keeps it; a numbered task that stands twice too. */
function settle(columns: readonly GuessedColumn[]): GuessedColumn[] {
  const seen = new Set<string>();
  // What cells alone say gives way to what a header says.
  const order = [...columns].sort(
    (a, b) => Number(isByCells(a)) - Number(isByCells(b)) || a.column - b.column,
  );
  const settled = order.map((guess): GuessedColumn => {
    const single = singleMeanings.includes(guess.meaning);
    const key = guess.meaning === "task" ? `task ${guess.task}` : guess.meaning;
    if (!single && guess.meaning !== "task") return guess;
    if (!seen.has(key)) {
      seen.add(key);
      return guess;
    }
    return {
      ...guess,
      meaning: "skip",
      task: null,
      max: null,
      numbered: false,
      reason: { key: "twice", params: {} },
    };
  });
  return settled.sort((a, b) => a.column - b.column);
}

function isByCells({ reason }: ColumnGuess): boolean {
  return reason.key !== "headerWord" && !reason.key.startsWith("task");
}

function samplesOf(sheet: TextSheet, from: number, column: number): string[] {
  const found: string[] = [];
  for (let i = from; i < sheet.rows.length && found.length < shownSamples; i++) {
    const text = plain((sheet.rows[i]?.[column] ?? "").slice(0, 60));
    if (text !== "") found.push(text);
  }
  return found;
}

function widthBelow(sheet: TextSheet, from: number): number {
  let width = 0;
  for (const row of sheet.rows.slice(from, from + 50))
    width = Math.max(width, row.findLastIndex(isFilled) + 1);
  return width;
}
