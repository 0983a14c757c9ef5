import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { getImport, type ImportView } from "../import-queries.ts";
import { type NamedWork, namedWorks } from "../named-works.ts";
import type { UnderstoodJournal } from "./understood-journal.ts";

export type JournalView = Omit<ImportView, "understood"> & {
  understood: UnderstoodJournal | null;
  /** Works of the school that the journal can stand beside, by id. */
  named: ReadonlyMap<number, NamedWork>;
  schoolName: string | null;
};

/** An export of an electronic journal: what it says, what it leaves open and what it would fill. */
export async function getJournalImport(viewer: Viewer, importId: number): Promise<JournalView> {
  permit(viewer, "results.import");
  const file = await getImport(viewer, importId);
  const understood = file.understood as unknown as UnderstoodJournal | null;
  found(understood?.handedTo === "journal" || null);
  return asViewer(viewer, async (tx) => {
    const ids = understood?.journalWorks.map(({ workId }) => workId) ?? [];
    const school =
      understood?.schoolId == null
        ? null
        : await tx.school.findUnique({ where: { id: understood.schoolId }, select: { name: true } });
    return { ...file, understood, named: await namedWorks(tx, ids), schoolName: school?.name ?? null };
  });
}
