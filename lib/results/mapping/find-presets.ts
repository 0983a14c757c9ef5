import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { mappingSchema, type Preset } from "./mapping.ts";

const mostPresets = 100;

/**
 * The named layouts for headers with these fingerprints that serve the viewer's unit: its own first, then those of the units
 * above it; the newest version of each.
 */
export function presetsFor(viewer: Viewer, fingerprints: readonly string[]): Promise<Preset[]> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const own = (id: number | null) => (id === null ? [null] : [id, null]);
    const rows = await tx.layoutPreset.findMany({
      where: { fingerprint: { in: [...fingerprints] } },
      orderBy: { id: "desc" },
      take: mostPresets,
    });
    const mine = rows.filter(
      (row) =>
        own(viewer.schoolId).includes(row.schoolId) &&
        own(viewer.municipalityId).includes(row.municipalityId) &&
        own(viewer.regionId).includes(row.regionId),
    );
    const depth = (row: (typeof rows)[number]) =>
      row.schoolId !== null ? 3 : row.municipalityId !== null ? 2 : row.regionId !== null ? 1 : 0;
    return mine
      .sort((a, b) => depth(b) - depth(a) || b.version - a.version || b.id - a.id)
      .map(({ id, version, name, fingerprint, mapping }) => ({
        id,
        version,
        name,
        fingerprint,
        mapping: mappingSchema.parse(mapping),
      }));
  });
}
