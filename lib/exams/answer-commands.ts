import type { Viewer } from "../platform/access/viewer.ts";
import { checkAgain } from "../results/receive-commands.ts";
import type { Given } from "../results/schema.ts";
import type { GivenExam } from "./schema.ts";

/** Answers what a protocol leaves open: which examination it is, whose it is. Its kept lines, which name nobody, are read again. */
export async function answerProtocol(
  viewer: Viewer,
  importId: number,
  given: { [Key in keyof GivenExam]: GivenExam[Key] | undefined },
  now: Date,
): Promise<void> {
  await checkAgain(viewer, importId, given as Given, now);
}
