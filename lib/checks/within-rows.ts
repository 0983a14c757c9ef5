import { ITEM } from "../statistics/task-sums.ts";
import type { CheckFacts, RowFacts } from "./facts.ts";
import { type Found, type FoundRow, namedRows } from "./found.ts";
import type { ParametersOf } from "./templates.ts";

/** The printed total is not the sum of the tasks, in more rows of a class than are allowed. */
export function totalDiffers({ allowed }: ParametersOf<"totalDiffers">, facts: CheckFacts): Found[] {
  return byClass(facts, allowed, (row) =>
    row.totalPrinted !== null && row.items.length > 0 && row.totalPrinted !== row.totalItems
      ? { code: row.code, stands: row.totalPrinted, expected: row.totalItems }
      : null,
  );
}

/** The mark of the file is not the mark by the scale, in more rows of a class than are allowed. */
export function markDiffers({ allowed }: ParametersOf<"markDiffers">, facts: CheckFacts): Found[] {
  return byClass(facts, allowed, (row) =>
    row.markFile !== null && row.markScale !== null && row.markFile !== row.markScale
      ? { code: row.code, stands: row.markFile, expected: row.markScale }
      : null,
  );
}

/** Pupils with more than `limit` cells of one kind. */
export function cellsInRow({ cell, limit }: ParametersOf<"cellsInRow">, facts: CheckFacts): Found[] {
  return byClass(facts, 0, (row) => {
    const stands = row.items.filter((item) => item === ITEM[cell]).length;
    return stands > limit ? { code: row.code, stands, expected: limit } : null;
  });
}

/** One finding a class: so there is one thing to mend or to ask about, not thirty. */
function byClass(facts: CheckFacts, allowed: number, look: (row: RowFacts) => FoundRow | null): Found[] {
  return [...Map.groupBy(facts.rows, (row) => row.classLabel)].flatMap(([classLabel, members]) => {
    const rows = members.flatMap((row) => look(row) ?? []).sort((a, b) => (a.code < b.code ? -1 : 1));
    if (rows.length <= allowed || rows.length === 0) return [];
    const lines = [
      { name: "rows", value: rows.length, unit: "count" as const },
      { name: "pupils", value: members.length, unit: "count" as const },
    ];
    const numbers = { lines, rows: rows.slice(0, namedRows), rowCount: rows.length };
    return { classLabel, numbers, basis: rows };
  });
}
