import { createHash } from "node:crypto";
import { ITEM } from "./cells/item.ts";
import type { CheckedRow } from "./check.ts";

/** Signs of the item values that are no points, in `describeRow`. */
const SIGN: Readonly<Record<number, string>> = {
  [ITEM.notAttempted]: "X",
  [ITEM.notTaught]: "N",
  [ITEM.blank]: "B",
  [ITEM.rejected]: "R",
};

const NEWLINE = Buffer.from("\n");

/** What a described row needs; rows of the database have it too. */
export type DescribedRow = Omit<CheckedRow, "sheet" | "row" | "sex" | "totalFromItems" | "markScale">;

/**
 * One row as text, without where it stood: `work|login|code|status|class|variant|items|total|mark|previous mark`. Two rows
 * with the same text say the same of a pupil, whatever the layout of their files.
 */
export function describeRow(row: DescribedRow, workCode: string): string {
  const items = row.items.map((value) => SIGN[value] ?? String(value)).join(",");
  const status = row.status === "present" ? "taken" : row.status;
  const numbers = [row.totalPrinted, row.markFile, row.journal].map((value) => value ?? "");
  return [workCode, `edu${row.login}`, row.code, status, row.classLabel, row.variant, items, ...numbers].join(
    "|",
  );
}

/**
 * SHA-256 (hex) of the sorted descriptions of all rows that count; held rows do not. Equal for the same content in another
 * order, another layout or another packing, so that the same file again is seen to change nothing.
 */
export function contentFingerprint(
  rows: readonly DescribedRow[],
  workCodes: ReadonlyMap<number, string>,
): string {
  const lines = rows
    .filter((row) => row.status !== "held")
    .map((row) => Buffer.from(describeRow(row, workCodes.get(row.workId) ?? String(row.workId))))
    // Bytes of UTF-8 sort as code points do; UTF-16 units, the order of plain sort(), do not.
    .sort(Buffer.compare);
  const hash = createHash("sha256");
  for (const [i, line] of lines.entries()) {
    if (i > 0) hash.update(NEWLINE);
    hash.update(line);
  }
  return hash.digest("hex");
}
