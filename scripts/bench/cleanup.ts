import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const undos: (() => unknown)[] = [];
let undoing: Promise<void> | null = null;

/** Remembers what must be stopped or removed when the measuring ends, however it ends. */
export function later(undo: () => unknown): void {
  undos.push(undo);
}

/** A folder that goes away with the measuring. */
export function temporaryFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, "portal-bench-"));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Undoes everything, the last thing first. What cannot be undone does not keep the rest from it. */
export function undoEverything(): Promise<void> {
  undoing ??= (async () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        await undo();
      } catch (error) {
        console.error(error);
      }
    }
  })();
  return undoing;
}
