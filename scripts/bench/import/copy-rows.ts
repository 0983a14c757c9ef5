import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { CheckedRow } from "#lib/results/check.ts";
import { later } from "../cleanup.ts";
import { YEAR } from "./invented-work.ts";

const COLUMNS = `school_id, year, school_year, work_id, participant_code, class_label, variant, sex, status, items,
  total_printed, total_items, mark_file, mark_scale, journal, import_id, source_sheet, source_row`;

/** Copies rows as fast as PostgreSQL takes them; answers milliseconds from the first byte to the commit. */
export type CopyRows = (
  rows: readonly CheckedRow[],
  schoolIds: ReadonlyMap<string, number>,
) => Promise<number>;

/**
 * Prepares what an import is compared with: an ordinary logged table with the columns, the key and the checks of the results, without
 * policies and partitions, filled by COPY over a connection of the owner. The text is made before the clock starts.
 */
export async function prepareCopy(ownerUrl: string): Promise<CopyRows> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  later(() => client.end());
  await client.query("CREATE TABLE bench_copy (LIKE participation INCLUDING ALL)");
  let workId = 0;
  return async (rows, schoolIds) => {
    workId += 1; // every run adds other rows, as every import does
    const text = rows.map((row) => copyLine(row, schoolIds.get(row.login) ?? 0, workId)).join("");
    const started = performance.now();
    await client.query("BEGIN");
    await pipeline(Readable.from([text]), client.query(copyFrom(`COPY bench_copy (${COLUMNS}) FROM STDIN`)));
    await client.query("COMMIT");
    return performance.now() - started;
  };
}

/** A row in COPY's text format. */
export function copyLine(row: CheckedRow, schoolId: number, workId: number): string {
  const cells = [
    ...[schoolId, YEAR, YEAR - 1, workId, row.code, row.classLabel, row.variant, row.sex, row.status],
    ...[`{${row.items.join(",")}}`, row.totalPrinted, row.totalFromItems, row.markFile, row.markScale],
    ...[row.journal, workId, row.sheet, row.row],
  ];
  return `${cells.map((cell) => (cell === null ? "\\N" : escaped(String(cell)))).join("\t")}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
