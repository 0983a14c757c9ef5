import { actDocx } from "#lib/acts/docx.ts";
import { getAct } from "#lib/acts/queries.ts";
import { currentViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { download, refusedDownload } from "../../imports/download.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The act as DOCX. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ actId: string }> },
): Promise<Response> {
  const { actId } = await params;
  try {
    if (!/^\d{1,9}$/.test(actId)) throw new RefusedError("notFound");
    const viewer = await currentViewer();
    const act = await getAct(viewer, Number(actId), dayOf(currentInstant(), env.TIME_ZONE));
    const bytes = await actDocx(act.document);
    return download(`${act.document.title}.docx`, DOCX, new Uint8Array(bytes));
  } catch (error) {
    return refusedDownload(error, `/acts/${actId}`);
  }
}
