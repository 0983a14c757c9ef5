import { holdsOn, versionInForce } from "../indicators/rules.ts";
import { type Family, families } from "../indicators/vocabulary.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";

type Version = Prisma.IndicatorVersionGetPayload<object>;
type Threshold = Prisma.IndicatorThresholdGetPayload<object>;

/** An indicator that a school measures, as it is defined on a day, with the nearest borders of levels. */
export interface MeasuredIndicator {
  id: number;
  code: string;
  family: string;
  position: number;
  version: Version;
  borders: Threshold | null;
}

/** What a school measures on a day by its own decisions; indicators whose definition does not hold on that day are left out. */
export async function measuredIndicators(
  tx: ReadTx,
  { schoolId, on }: { schoolId: number; on: string },
): Promise<MeasuredIndicator[]> {
  const day = new Date(`${on}T00:00:00Z`);
  const adoptions = await tx.indicatorAdoption.findMany({
    where: { schoolId, adoptedOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gte: day } }] },
    select: { indicatorId: true },
  });
  const indicators = await tx.indicator.findMany({
    where: { id: { in: adoptions.map(({ indicatorId }) => indicatorId) } },
    include: {
      versions: { where: { status: "adopted" } },
      thresholds: { where: { effectiveFrom: { lte: day } }, orderBy: { effectiveFrom: "desc" } },
    },
    orderBy: [{ position: "asc" }, { code: "asc" }],
  });
  // As the catalogue stands: what is taught, conditions, processes, results, then the lists of orders.
  const place = ({ family }: { family: string }) => families.indexOf(family as Family);
  return indicators
    .toSorted((a, b) => place(a) - place(b))
    .flatMap(({ versions, thresholds, ...indicator }) => {
      const days = versions.map((row) => ({
        row,
        effectiveFrom: dateToDay(row.effectiveFrom) ?? "",
        effectiveTo: dateToDay(row.effectiveTo),
      }));
      const version = versionInForce(
        days.filter((one) => holdsOn(one, on)),
        on,
      )?.row;
      return version ? [{ ...indicator, version, borders: nearest(thresholds) }] : [];
    });
}

/** The school's own borders, else its municipality's, its region's, the portal's; of each the newest. */
function nearest(thresholds: readonly Threshold[]): Threshold | null {
  const nearness = (one: Threshold) =>
    one.schoolId !== null ? 3 : one.municipalityId !== null ? 2 : one.regionId !== null ? 1 : 0;
  const highest = Math.max(...thresholds.map(nearness));
  return thresholds.find((one) => nearness(one) === highest) ?? null;
}
