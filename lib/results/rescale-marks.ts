import { Prisma } from "../platform/db/prisma/client.ts";
import type { Scale } from "./check.ts";
import { markTable } from "./check-marks.ts";

/**
 * The SQL twin of `markByScale` of check-marks.ts: the mark by this scale of a row with `total_printed` and `mark_file`, NULL where it
 * has none. `alias` is the table's, a constant of the caller.
 */
export function markByScaleSql(scale: Scale, maxScore: number, alias: string): Prisma.Sql {
  const table = markTable(scale, maxScore);
  const list = (marks: (number | null)[]) => `{${marks.map((mark) => mark ?? "NULL").join(",")}}`;
  const only = list(table.map((marks) => (marks.length === 1 ? (marks[0] ?? null) : null)));
  // Where bands overlap, the printed mark decides, if it is one of the two.
  const lower = list(table.map((marks) => (marks.length > 1 ? Math.min(...marks) : null)));
  const upper = list(table.map((marks) => (marks.length > 1 ? Math.max(...marks) : null)));
  const [total, printed] = [Prisma.raw(`${alias}.total_printed + 1`), Prisma.raw(`${alias}.mark_file`)];
  return Prisma.sql`CASE WHEN ${Prisma.raw(`${alias}.status`)} <> 'present' THEN NULL
    ELSE coalesce((${only}::smallint[])[${total}],
      CASE WHEN ${printed} IN ((${lower}::smallint[])[${total}], (${upper}::smallint[])[${total}]) THEN ${printed} END) END`;
}
