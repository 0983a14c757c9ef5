import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found } from "../platform/errors.ts";
import { nameKey } from "./name-key.ts";
import type { NameDecision } from "./schema.ts";

/**
 * Decides which school a printed name means, for every report in sight that prints it; null takes the decision back, and the
 * figures stand under their printed name again. What the reports printed is not touched.
 */
export function decideName(
  viewer: Viewer,
  { name, place, schoolId }: NameDecision,
  now: Date,
): Promise<{ figures: number }> {
  permit(viewer, "results.import");
  const keys = { nameKey: nameKey(name), placeKey: nameKey(place) };
  return inTransaction(viewer, async (tx) => {
    const known = await tx.$queryRaw<{ regionId: number | null }[]>`
      SELECT DISTINCT owner_region_id AS "regionId" FROM reported_figure
      WHERE unit_kind = 'school' AND name_key = ${keys.nameKey} AND place_key = ${keys.placeKey}`;
    found(known[0]);
    const school =
      schoolId === null
        ? null
        : found(
            await tx.school.findUnique({
              where: { id: schoolId },
              include: { municipality: { select: { id: true, regionId: true } } },
            }),
          );
    await tx.reportedName.deleteMany({ where: keys });
    if (school)
      await tx.reportedName.create({
        data: {
          ...keys,
          regionId: school.municipality.regionId,
          schoolId: school.id,
          decidedAt: now,
          decidedBy: viewer.personId ?? 0,
        },
      });
    const figures = await tx.$executeRaw`UPDATE reported_figure SET school_id = ${school?.id ?? null}::int
      WHERE unit_kind = 'school' AND name_key = ${keys.nameKey} AND place_key = ${keys.placeKey}`;
    await record(
      tx,
      viewer,
      {
        action: "reported.name",
        subject: `school:${school?.id ?? 0}`,
        municipalityId: school?.municipality.id ?? viewer.municipalityId,
        schoolId: school?.id ?? null,
        details: { printed: name, place, figures },
      },
      now,
    );
    return { figures };
  });
}
