import { notFound } from "next/navigation";
import { cache } from "react";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getDraft } from "#lib/reports/queries.ts";

/** The draft of an address with who asks; read once for the title and the page. */
export const readDraft = cache(async (reportId: string, below: string) => {
  const viewer = await requireViewer(`/reports/drafts/${reportId}${below}`);
  if (!/^\d{1,9}$/.test(reportId)) notFound();
  return { viewer, draft: await answered(() => getDraft(viewer, Number(reportId))) };
});
