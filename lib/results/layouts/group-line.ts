import { plain } from "#lib/platform/text/plain.ts";
import { readGroupLogin } from "#lib/results/cells/login.ts";
import { isFilled } from "./line-kind.ts";

/** The line above the pupils of a school: `<школа>(eduNNNNNN) | Кол-во участников: 89`, in two cells or in one. */
export interface GroupLine {
  /** null = a municipality, a region or the whole sample */
  login: string | null;
  name: string | null;
  /** null when the line states no number */
  participants: number | null;
  /** 1-based column of the cell that states the number */
  column: number;
}

const COUNT = /кол(?:ичест)?-?во участников\s*:?\s*(\d{1,7})/i;
const LEVEL = /\((?:edu|sch|reg)[\d_m]+\)/i;

/** Reads a group line of Ф1 (forms.md F-05), null for any other line. */
export function readGroupLine(row: readonly string[]): GroupLine | null {
  let login: string | null = null;
  let name: string | null = null;
  let isGroup = false;
  let participants: number | null = null;
  let column = 0;
  for (let i = 0; i < row.length; i++) {
    const text = row[i];
    if (!isFilled(text)) continue;
    if (column === 0) column = i + 1;
    if (LEVEL.test(text)) {
      isGroup = true;
      login ??= readGroupLogin(text);
      name ??= plain(text.slice(0, text.search(LEVEL))) || null;
    }
    const count = COUNT.exec(plain(text));
    if (count) {
      isGroup = true;
      participants = Number(count[1]);
      column = i + 1;
    }
  }
  return isGroup ? { login, name, participants, column } : null;
}
