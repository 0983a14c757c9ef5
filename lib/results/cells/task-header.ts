import { plain } from "../../platform/text/plain.ts";
import { taskCode } from "../../platform/text/task-code.ts";

const WITH_MAXIMUM = /^(.+?)\s*\(\s*(\d{1,3})\s*б[а-я]*\.?\s*\)$/i;

/**
 * A task from its header cell: `5(1) (1б)` → code `5.1`, maximum 1 (forms.md F-15: the last bracket that ends with «б»).
 * Null when the cell is not the header of a task or its maximum is 0.
 */
export function readTaskHeader(header: string): { code: string; max: number } | null {
  const match = WITH_MAXIMUM.exec(plain(header));
  if (!match) return null;
  const code = taskCode(match[1] ?? "");
  const max = Number(match[2]);
  return code !== null && max > 0 ? { code, max } : null;
}
