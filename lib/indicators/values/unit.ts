import type { ReadTx } from "../../platform/access/as-viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";

/** Whose values are asked for. */
export interface ValueUnit {
  readonly kind: "region" | "municipality" | "school";
  readonly id: number;
}

export interface NamedValueUnit extends ValueUnit {
  readonly name: string;
  readonly schoolId: number | null;
  readonly municipalityId: number | null;
  readonly regionId: number;
}

/** `school-12`, as addresses say it. */
export const unitText = ({ kind, id }: ValueUnit): string => `${kind}-${id}`;

/** The unit of an address; null for a text that names none. */
export function readUnit(text: unknown): ValueUnit | null {
  const parts = /^(region|municipality|school)-(\d{1,9})$/.exec(typeof text === "string" ? text : "");
  return parts ? { kind: parts[1] as ValueUnit["kind"], id: Number(parts[2]) } : null;
}

/** The unit a person comes for; null for who works with all regions. */
export function ownUnit({ scope }: Pick<Viewer, "scope">): ValueUnit | null {
  if (scope.id === null) return null;
  return { kind: scope.kind === "classes" ? "school" : scope.kind, id: scope.id };
}

/** A unit whose page the viewer may open, by name. A school compares itself with its area but opens no page of it. */
export async function namedUnit(tx: ReadTx, viewer: Viewer, unit: ValueUnit): Promise<NamedValueUnit> {
  if (unit.kind === "school") {
    const school = found(
      await tx.school.findUnique({ where: { id: unit.id }, include: { municipality: true } }),
    );
    const { name, municipalityId, municipality } = school;
    return { ...unit, name, schoolId: unit.id, municipalityId, regionId: municipality.regionId };
  }
  if (unit.kind === "municipality") {
    const row = found(await tx.municipality.findUnique({ where: { id: unit.id } }));
    const { name, regionId } = found(covers(viewer, unit, row.regionId) ? row : null);
    return { ...unit, name, schoolId: null, municipalityId: unit.id, regionId };
  }
  const row = found(await tx.region.findUnique({ where: { id: unit.id } }));
  const { name } = found(covers(viewer, unit, unit.id) ? row : null);
  return { ...unit, name, schoolId: null, municipalityId: null, regionId: unit.id };
}

function covers({ scope }: Pick<Viewer, "scope">, unit: ValueUnit, regionId: number): boolean {
  if (scope.kind === "all" || scope.kind === "system") return true;
  if (scope.kind === "region") return scope.id === regionId;
  return scope.kind === unit.kind && scope.id === unit.id;
}
