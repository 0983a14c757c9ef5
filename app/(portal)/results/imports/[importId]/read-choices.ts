import type { Choices } from "#components/results/questions.tsx";
import { listWorks } from "#lib/assessments/queries.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { listSchoolChoices } from "#lib/results/template-queries.ts";

/** What a person may choose from when a file leaves its work or school open. */
export async function readChoices(viewer: Viewer): Promise<Choices> {
  return { works: await listWorks(viewer, {}), schools: await listSchoolChoices(viewer) };
}
