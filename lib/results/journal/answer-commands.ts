import type { Viewer } from "../../platform/access/viewer.ts";
import { checkAgain } from "../receive-commands.ts";
import type { Given, GivenJournal } from "../schema.ts";

/** Answers what an export of a journal leaves open; its kept cells are read again. */
export async function answerJournal(
  viewer: Viewer,
  importId: number,
  given: GivenJournal,
  now: Date,
): Promise<void> {
  await checkAgain(viewer, importId, given as Given, now);
}
