import type { ReadTx } from "../platform/access/as-viewer.ts";
import { found } from "../platform/errors.ts";
import type { Unit } from "./schema.ts";

/** A unit with the units that it stands in, by name. */
export interface NamedUnit extends Unit {
  name: string;
  municipality: { id: number; name: string } | null;
  region: { id: number; name: string } | null;
}

/**
 * Finds a unit that the viewer may analyse. A school by its own row (out of scope is not found); of areas only those
 * that the viewer's scope covers whole: a school may compare itself with its municipality but not open its page.
 */
export async function namedUnit(
  tx: ReadTx,
  unit: Unit,
  scope: { kind: string; id: number | null },
): Promise<NamedUnit> {
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
      municipality: named(municipality),
      region: named(municipality.region),
    };
  }
  if (unit.kind === "municipality") {
    const municipality = found(
      await tx.municipality.findUnique({ where: { id: unit.id }, include: { region: true } }),
    );
    const covered =
      scope.kind === "all" ||
      scope.kind === "system" ||
      (scope.kind === "municipality" && scope.id === unit.id) ||
      (scope.kind === "region" && scope.id === municipality.regionId);
    return {
      ...unit,
      name: found(covered ? municipality : null).name,
      municipality: null,
      region: named(municipality.region),
    };
  }
  const region = found(await tx.region.findUnique({ where: { id: unit.id } }));
  const covered =
    scope.kind === "all" || scope.kind === "system" || (scope.kind === "region" && scope.id === unit.id);
  return { ...unit, name: found(covered ? region : null).name, municipality: null, region: null };
}

function named(unit: { id: number; name: string }) {
  return { id: unit.id, name: unit.name };
}
