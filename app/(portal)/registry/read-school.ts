import { notFound } from "next/navigation";
import { cache } from "react";
import { type Permission, permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getSchool } from "#lib/schools/queries.ts";
import { idParam } from "#lib/schools/schema.ts";

/** Title and page ask for the same school: once a request. */
const once = cache(async (schoolId: string, place: string) => {
  const viewer = await requireViewer(`/registry/${encodeURIComponent(schoolId)}${place}`);
  const id = idParam.safeParse(schoolId);
  if (!id.success) notFound();
  return { viewer, school: await answered(getSchool(viewer, id.data)) };
});

/** The school of an address for the viewer of this request; `needed` is what the page is for. */
export async function readSchool(params: Promise<{ schoolId: string }>, place: string, needed?: Permission) {
  const read = await once((await params).schoolId, place);
  if (needed) await answered(async () => permit(read.viewer, needed));
  return read;
}

/** The way to a page of a school. */
export function schoolCrumbs(registry: string, school: { id: number; name: string }, here: string) {
  return [
    { label: registry, href: "/registry" },
    { label: school.name, href: `/registry/${school.id}` },
    { label: here },
  ];
}
