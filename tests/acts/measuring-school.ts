import { inTransaction, type WriteTx } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = new Date("2026-08-20T08:00:00Z");
let serial = 1;

export interface MeasuringSchool {
  place: SmallRegion;
  head: Viewer;
  deputy: Viewer;
  schoolId: number;
  indicatorIds: number[];
}

/** A school that has adopted one indicator of each object and begun its cycle of 2026/27: nothing required is missing. */
export async function measuringSchool(): Promise<MeasuringSchool> {
  const place = await smallRegion();
  const [schoolId] = place.schoolIds;
  const [head, deputy] = [await person("head", { schoolId }), await person("deputy", { schoolId })];
  const indicatorIds = await inTransaction(systemViewer, async (tx) => {
    const ids: number[] = [];
    for (const object of ["content", "conditions", "process", "result"])
      ids.push(await adoptedIndicator(tx, { schoolId, object, definedFrom: "2026-01-01" }));
    await tx.cyclePlan.create({
      data: {
        schoolId,
        year: 2026,
        createdAt: at,
        items: {
          create: [
            {
              code: "planOrder",
              performer: "head",
              addressees: ["deputy"],
              dueOn: day("2026-08-31"),
              changedAt: at,
            },
          ],
        },
      },
    });
    return ids;
  });
  return { place, head, deputy, schoolId, indicatorIds };
}

/** An indicator that is defined from a day on and that the school has adopted on 1 February 2026. */
export async function adoptedIndicator(
  tx: WriteTx,
  { schoolId, object, definedFrom }: { schoolId: number; object: string; definedFrom: string },
): Promise<number> {
  const { id } = await tx.indicator.create({
    data: {
      code: `T${serial++}`,
      family: "own",
      position: serial,
      createdAt: at,
      versions: {
        create: {
          ...{ version: 1, status: "adopted", effectiveFrom: day(definedFrom), adoptedAt: at, changedAt: at },
          ...{ name: `Показатель ${object}`, nameUk: `Показник ${object}`, definition: "Доля учеников." },
          ...{ definitionUk: "Частка учнів.", object, unit: "percent", decimals: 1, direction: "up" },
          ...{ aggregation: "weighted", period: "year", dueDays: 30, source: "results" },
          ...{
            instrument: "works",
            performer: "deputy",
            addressees: ["head", "council"],
            ruleKind: "practice",
          },
        },
      },
    },
  });
  await tx.indicatorAdoption.create({
    data: { indicatorId: id, schoolId, adoptedOn: day("2026-02-01"), decidedAt: at },
  });
  return id;
}

export const clausesOfSchool = (schoolId: number) =>
  asSystem((tx) =>
    tx.regulationClause.findMany({
      where: { edition: { status: "adopted", regulation: { schoolId } } },
      orderBy: [{ editionId: "asc" }, { position: "asc" }],
    }),
  );
