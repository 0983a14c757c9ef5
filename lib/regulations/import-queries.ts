import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { DocxText } from "./docx/read-docx.ts";

/** A text read from a file, waiting for review. */
export interface ImportView {
  id: number;
  fileName: string;
  state: "ready" | "taken" | "dropped";
  text: DocxText;
  edition: { id: number; number: string; version: number; clauses: number };
  regulation: { slug: string; title: string };
}

/** What was read from a file for a draft that the viewer makes. */
export function getImport(viewer: Viewer, importId: number): Promise<ImportView> {
  permit(viewer, "regulations.edit");
  return asViewer(viewer, async (tx) => {
    const row = found(
      await tx.regulationImport.findUnique({
        where: { id: importId },
        include: { edition: { include: { regulation: true, _count: { select: { clauses: true } } } } },
      }),
    );
    const { edition } = row;
    return {
      id: row.id,
      fileName: row.fileName,
      state: row.state as ImportView["state"],
      text: row.outcome as unknown as DocxText,
      edition: {
        id: edition.id,
        number: edition.number,
        version: edition.version,
        clauses: edition._count.clauses,
      },
      regulation: { slug: edition.regulation.slug, title: edition.regulation.title },
    };
  });
}
