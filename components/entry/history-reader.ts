import type { CellStep } from "#lib/entry/cell-step.ts";
import type { EntryKey } from "#lib/entry/schema.ts";

const TIMEOUT_MS = 15_000;

/** Asks the server what was done to a cell; "failed" without a connection or a session. */
export async function readHistory(
  { workId, schoolId, classLabel }: EntryKey,
  row: number,
  column: string,
): Promise<readonly CellStep[] | "failed"> {
  const asked = new URLSearchParams({
    workId: String(workId),
    schoolId: String(schoolId),
    classLabel,
    row: String(row),
    column,
  });
  try {
    const response = await fetch(`/api/entry/history?${asked}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return "failed";
    return ((await response.json()) as { steps: CellStep[] }).steps;
  } catch {
    // No connection, or an answer that is not the server's.
    return "failed";
  }
}
