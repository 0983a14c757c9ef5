import { addWorkFromFile, takeTasksFromFile } from "../assessments/file-work-commands.ts";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { checkAgain } from "./receive-commands.ts";
import type { Understood } from "./understood.ts";

/**
 * Describes the works of a file that the centre has not described yet by the file's own header, or takes over its task
 * columns where only the scale is known; then the file is checked again. A person asks for it: nothing is described in silence.
 */
export async function describeFromHeader(
  viewer: Viewer,
  importId: number,
  now: Date,
): Promise<{ described: number }> {
  permit(viewer, "results.import");
  const understood = await asViewer(viewer, async (tx) => {
    const file = found(await tx.importFile.findUnique({ where: { id: importId } }));
    if (file.status !== "review") throw new RefusedError("conflict", "results.refused.notInReview");
    return file.understood as Partial<Understood>;
  });
  let described = 0;
  for (const work of understood.works ?? []) {
    if (work.workId !== null) {
      const taken = await takeTasksFromFile(viewer, work.workId, work.tasks, now);
      if (taken.changed) described++;
    } else if (work.describable && work.year !== null && work.grade !== null && work.subject !== null) {
      const header = { kind: "vpr", season: "spring", level: work.level ?? "base" } as const;
      await addWorkFromFile(
        viewer,
        { ...header, year: work.year, gradeTested: work.grade, subject: work.subject, tasks: work.tasks },
        now,
      );
      described++;
    }
  }
  await checkAgain(viewer, importId, {}, now);
  return { described };
}
