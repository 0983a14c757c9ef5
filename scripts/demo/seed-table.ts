import { readFileSync } from "node:fs";
import path from "node:path";
import { readTable } from "#lib/platform/workbook/table.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";

/** The bytes of a file of prisma/seed. */
export function seedFile(name: string): Uint8Array {
  return readFileSync(path.join(process.cwd(), "prisma", "seed", name));
}

/** Rows of a table of prisma/seed by their column names; blank cells are "". A table that cannot be read is a defect. */
export function seedTable(name: string): Record<string, string>[] {
  const outcome = readWorkbook(seedFile(name), name);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code}`);
  const table = readTable(outcome.workbook);
  if (!table.ok) throw new Error(`${name}: ${table.refusal.code}`);
  return table.table.rows.map(({ values }) => Object.fromEntries(values));
}
