import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type BoardAsked, type Clock, type DeliveryBoard, readDelivery } from "./delivery-reads.ts";

/** Which schools have sent what: works against the open schools of the viewer, in natural order of names. At most 200 schools. */
export function getDelivery(viewer: Viewer, asked: BoardAsked, clock: Clock): Promise<DeliveryBoard> {
  permit(viewer, "insights.read");
  return asViewer(viewer, (tx) => readDelivery(tx, asked, clock));
}
