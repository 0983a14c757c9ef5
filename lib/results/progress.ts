import { inTransaction, type ReadTx, type WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";

export const progressSteps = ["reading", "checking", "keeping", "applying", "counting"] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** How far a file has come; rows, or 0 of 0 while nobody knows how many there are. */
export interface Progress {
  step: ProgressStep;
  done: number;
  total: number;
  stopAsked: boolean;
}

/** Says how far the work has come; throws `StoppedError` when a person asked to stop it. */
export type Tell = (step: ProgressStep, done: number, total: number) => Promise<void>;

/** Raised between two steps of a work that a person asked to stop: its transaction is taken back. */
export class StoppedError extends Error {}

/** Files with fewer rows are done before a person has looked up; nothing is said of them on the way. */
export const bigRows = 2_000;
const bigBytes = 300_000;
const rowsBetween = 2_500;

/** True for a file that is worth telling about on the way: many bytes, or many kept rows. */
export function isBig(source: Uint8Array | readonly { rows: readonly unknown[] }[]): boolean {
  if (source instanceof Uint8Array) return source.length > bigBytes;
  return source.reduce((sum, { rows }) => sum + rows.length, 0) > bigRows;
}

/**
 * Tells in transactions of its own, so that others see it while the work goes on; a step that is not over is told every few
 * thousand rows. The first call comes before the work's own transaction: later ones only change the row it left.
 */
export function teller(viewer: Viewer, importId: number): Tell {
  let last = { step: "", done: 0 };
  return async (step, done, total) => {
    if (step === last.step && done < total && done - last.done < rowsBetween) return;
    last = { step, done };
    const told = await inTransaction(
      viewer,
      (tx) => tx.$queryRaw<{ stop: boolean }[]>`
        INSERT INTO import_progress (import_id, step, done, total) VALUES (${importId}, ${step}, ${done}, ${total})
        ON CONFLICT (import_id) DO UPDATE SET step = EXCLUDED.step, done = EXCLUDED.done, total = EXCLUDED.total
        RETURNING stop_asked AS stop`,
    );
    if (told[0]?.stop) throw new StoppedError();
  };
}

/** Forgets how far a file had come: the work is over. */
export async function endProgress(tx: WriteTx, importId: number): Promise<void> {
  await tx.importProgress.deleteMany({ where: { importId } });
}

/** How far a file has come, or null. */
export async function progressOf(tx: ReadTx, importId: number): Promise<Progress | null> {
  const row = await tx.importProgress.findUnique({ where: { importId } });
  return (
    row && { step: row.step as ProgressStep, done: row.done, total: row.total, stopAsked: row.stopAsked }
  );
}
