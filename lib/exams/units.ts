import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";

export const unitKinds = ["region", "municipality", "school"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Whose examinations are asked for; a class is a school with a label. */
export interface ExamUnit {
  kind: UnitKind;
  id: number;
  classLabel: string | null;
}

export interface NamedExamUnit extends ExamUnit {
  name: string;
  municipality: { id: number; name: string } | null;
  region: { id: number; name: string };
}

export const unitText = ({ kind, id }: Pick<ExamUnit, "kind" | "id">) => `${kind}-${id}`;

/** The unit that a viewer comes for; null for who works with all regions. */
export function ownUnit({ scope }: Viewer): ExamUnit | null {
  if (scope.id === null) return null;
  return { kind: scope.kind === "classes" ? "school" : scope.kind, id: scope.id, classLabel: null };
}

/** True when the viewer's scope covers the whole area. A school compares itself with its area but does not open its page. */
export function covers(
  { scope }: Pick<Viewer, "scope">,
  unit: { kind: "region" | "municipality"; id: number; regionId: number },
): boolean {
  if (scope.kind === "all" || scope.kind === "system") return true;
  if (scope.kind === "region") return scope.id === unit.regionId;
  return scope.kind === "municipality" && unit.kind === "municipality" && scope.id === unit.id;
}

/** Finds a unit that the viewer may analyse; what is out of scope is not found. */
export async function namedUnit(tx: ReadTx, viewer: Viewer, unit: ExamUnit): Promise<NamedExamUnit> {
  if (unit.kind === "school") {
    const school = found(
      await tx.school.findUnique({
        where: { id: unit.id },
        include: { municipality: { include: { region: true } } },
      }),
    );
    const { municipality } = school;
    return {
      ...unit,
      name: school.name,
      municipality: { id: municipality.id, name: municipality.name },
      region: { id: municipality.region.id, name: municipality.region.name },
    };
  }
  if (unit.kind === "municipality") {
    const row = found(
      await tx.municipality.findUnique({ where: { id: unit.id }, include: { region: true } }),
    );
    const open = covers(viewer, { kind: "municipality", id: unit.id, regionId: row.regionId });
    return {
      ...unit,
      name: found(open ? row : null).name,
      municipality: null,
      region: { id: row.region.id, name: row.region.name },
    };
  }
  const row = found(await tx.region.findUnique({ where: { id: unit.id } }));
  const open = covers(viewer, { kind: "region", id: unit.id, regionId: unit.id });
  const { id, name } = found(open ? row : null);
  return { ...unit, name, municipality: null, region: { id, name } };
}
