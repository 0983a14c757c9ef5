import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "#lib/platform/access/viewer.ts";

/** What a page tells of itself, so that it can be sent again to the same person while nothing of it has changed. */
export interface Reading {
  viewer: Viewer;
  /** What the page is drawn from, asked before the page read anything. */
  state: string;
  /** The same, asked anew. */
  now: () => Promise<string>;
}

/** One request for a page that may be kept for its reader; the page fills it in. */
export interface ReadingSlot {
  reading: Reading | null;
}

const shared = Symbol.for("portal.reading-slot");

/** Leads from the request at the door to the page that is drawn for it. One a process, however its code is cut into bundles. */
export const readingSlots: AsyncLocalStorage<ReadingSlot> = (() => {
  const process = globalThis as { [shared]?: AsyncLocalStorage<ReadingSlot> };
  process[shared] ??= new AsyncLocalStorage<ReadingSlot>();
  return process[shared];
})();

/**
 * Offers the page of this request to be kept. To be called before the page reads what it shows: `now` must tell apart any two answers of
 * those reads. Does nothing where nobody keeps pages (development, requests of React, the command line).
 */
export async function offerReading(viewer: Viewer, now: () => Promise<string>): Promise<void> {
  const slot = readingSlots.getStore();
  if (slot) slot.reading = { viewer, state: await now(), now };
}
