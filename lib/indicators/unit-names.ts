import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Owner } from "./owner.ts";

/** Names of units by `kind:id`; what the viewer may not see has none. The portal itself has no name here: pages say it in their own words. */
export async function unitNames(tx: ReadTx, owners: readonly Owner[]): Promise<Map<string, string>> {
  const idsOf = (kind: Owner["kind"]) =>
    owners.flatMap((owner) => (owner.kind === kind && owner.id !== null ? [owner.id] : []));
  const names = { select: { id: true, name: true } } as const;
  const where = (kind: Owner["kind"]) => ({ where: { id: { in: [...new Set(idsOf(kind))] } } });
  const [regions, municipalities, schools] = [
    await tx.region.findMany({ ...where("region"), ...names }),
    await tx.municipality.findMany({ ...where("municipality"), ...names }),
    await tx.school.findMany({ ...where("school"), ...names }),
  ];
  return new Map([
    ...regions.map(({ id, name }) => [`region:${id}`, name] as const),
    ...municipalities.map(({ id, name }) => [`municipality:${id}`, name] as const),
    ...schools.map(({ id, name }) => [`school:${id}`, name] as const),
  ]);
}

export function nameOf(names: ReadonlyMap<string, string>, owner: Owner): string {
  return names.get(`${owner.kind}:${owner.id}`) ?? "";
}
