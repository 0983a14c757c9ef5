import { scatter } from "../scatter.ts";

/** The work that the invented forms are about: mathematics, grade 5, eighteen tasks. */
export const GRADE = 5;
export const YEAR = 2026;
export const TASK_MAXIMA = [1, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 3, 2, 1, 2, 2, 4] as const;
export const MAX_SCORE = TASK_MAXIMA.reduce<number>((sum, max) => sum + max, 0);
/** The lowest scores of the marks 3, 4 and 5. */
export const BORDERS = [10, 16, 22] as const;

export interface InventedPupil {
  code: string;
  variant: 1 | 2;
  /** points, or "X" for a task that was not begun */
  items: readonly (number | "X")[];
  total: number;
  mark: number;
  journal: number;
}

/** The pupil of a row; another edition of the same form has other points. */
export function pupil(row: number, edition: number, maxima: readonly number[] = TASK_MAXIMA): InventedPupil {
  const items = maxima.map((max, task) =>
    scatter(row, task, edition) < 0.05 ? "X" : Math.floor(scatter(row, task, edition, 1) * (max + 1)),
  );
  const total = items.reduce<number>((sum, item) => sum + (item === "X" ? 0 : item), 0);
  return {
    code: String(50_001 + row),
    variant: row % 2 === 0 ? 1 : 2,
    items,
    total,
    mark: 2 + BORDERS.filter((border) => total >= border).length,
    journal: 2 + Math.floor(scatter(row, 100, edition) * 4),
  };
}
