import { listWorks } from "#lib/assessments/queries.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";

/** Works of the bank to choose from when a report does not say which it is about; the nearest first. */
export async function workChoices(viewer: Viewer, near: readonly number[]) {
  const works = await listWorks(viewer, {});
  return [...works].sort((a, b) => Number(near.includes(b.id)) - Number(near.includes(a.id)));
}
