import type { WorkFacts } from "#lib/assessments/rules.ts";
import { CELL, type TextSheet, type Workbook } from "#lib/platform/workbook/workbook.ts";
import { type CheckFacts, checkForm, type FormCheck } from "#lib/results/check.ts";
import type { FormReading } from "#lib/results/layouts/layout.ts";
import { recogniseLayout } from "#lib/results/layouts/recognise.ts";

/** A cell of a made-up sheet: a number is stored as a number, `formula` is the saved value of a formula ("" = none). */
export type Cell = string | number | null | { formula: string };

export const UNCALCULATED = { formula: "" };

function kindOf(cell: Cell): number {
  if (cell === null || cell === "") return CELL.blank;
  if (typeof cell === "number") return CELL.number;
  if (typeof cell === "string") return CELL.text;
  if (cell.formula === "") return CELL.formulaWithoutValue;
  return cell.formula.startsWith("#") ? CELL.error : CELL.formula;
}

const textOf = (cell: Cell) => (cell === null ? "" : typeof cell === "object" ? cell.formula : String(cell));

export function sheet(name: string, rows: readonly (readonly Cell[])[], hidden = false): TextSheet {
  return {
    name,
    hidden,
    rows: rows.map((row) => row.map(textOf)),
    kinds: rows.map((row) => Uint8Array.from(row.map(kindOf))),
  };
}

export function book(...sheets: TextSheet[]): Workbook {
  return { format: "xlsx", encoding: null, sheets, notes: [] };
}

/** A small work of three tasks, 5 points, scale 0–1 | 2 | 3–4 | 5. */
export function smallWork(changes: Partial<WorkFacts> = {}): WorkFacts {
  return {
    id: 7,
    code: "VPR-2026-RU-5",
    year: 2026,
    subject: "RU",
    gradeTested: 5,
    gradeWriting: 5,
    season: "spring",
    level: "base",
    maxScore: 5,
    tasks: [
      { code: "1К1", max: 3, difficulty: "Б" },
      { code: "2", max: 1, difficulty: "Б" },
      { code: "3", max: 1, difficulty: "П" },
    ],
    scale: {
      edition: 1,
      bands: [
        { mark: 2, from: 0, to: 1 },
        { mark: 3, from: 2, to: 2 },
        { mark: 4, from: 3, to: 4 },
        { mark: 5, from: 5, to: 5 },
      ],
    },
    ...changes,
  };
}

export const SMALL_HEADER = ["1К1 (3б)", "2 (1б)", "3 (1б)"];

/** A pupil row of the small Ф1: a valid row unless changed. */
export interface PupilCells {
  login?: Cell;
  code?: Cell;
  class?: Cell;
  variant?: Cell;
  items?: readonly Cell[];
  total?: Cell;
  mark?: Cell;
  journal?: Cell;
}

export function pupil(cells: PupilCells = {}): Cell[] {
  const {
    login = "edu970001",
    code = "00101",
    variant = 1,
    items = [3, 1, 0],
    total = 4,
    mark = 4,
    journal = 4,
  } = cells;
  return [
    login,
    "Лугогорск",
    "Школа № 1",
    code,
    cells.class === undefined ? "5А" : cells.class,
    variant,
    ...items,
    total,
    mark,
    journal,
  ];
}

/** Ф1 of the small work; `heading` replaces the lines above the header. */
export function smallF1(
  rows: readonly (readonly Cell[])[],
  heading?: readonly (readonly Cell[])[],
): Workbook {
  const head = ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант", ...SMALL_HEADER];
  return book(
    sheet("Ф1 Индивидуальные результаты", [
      ...(heading ?? [
        ["ВПР 2026 Русский язык 5 класс"],
        ["Предмет:", "Русский язык"],
        ["Максимальный первичный балл:", 5],
      ]),
      [...head, "Первичный балл", "Отметка", "Отметка по журналу"],
      ...rows,
    ]),
  );
}

export function read(workbook: Workbook): FormReading {
  const layout = recogniseLayout(workbook);
  if (!layout) throw new Error("no known form");
  return layout.read(workbook);
}

/** Checks a reading against the small work; one school, `970001`, with the classes 5А and 5Б, in scope. */
export function check(reading: FormReading, changes: Partial<CheckFacts> = {}): FormCheck {
  const schools = new Map([["970001", { id: 1, name: "Школа № 1", classes: ["5А", "5Б"] }]]);
  return checkForm(reading, {
    works: reading.works.map(() => smallWork()),
    schools,
    inScope: new Set(schools.keys()),
    given: {},
    ...changes,
  });
}

/** Checks rows of the small Ф1. */
export function checkRows(rows: readonly (readonly Cell[])[], changes: Partial<CheckFacts> = {}): FormCheck {
  return check(read(smallF1(rows)), changes);
}
