import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { municipalitySlug } from "./name-rules.ts";
import { lockRegistry, takenMunicipalitySlugs } from "./registry-lock.ts";
import type { AddMunicipalityInput, AddRegionInput } from "./schema.ts";

/** Adds a region; refused when its code is taken. */
export async function addRegion(
  viewer: Viewer,
  input: AddRegionInput,
  now: Date,
): Promise<{ regionId: number }> {
  permit(viewer, "regions.add");
  return translated("schools.refused.regionCodeTaken", () =>
    inTransaction(viewer, async (tx) => {
      const region = await tx.region.create({ data: { code: input.code, name: input.name } });
      const details = { code: input.code, name: input.name };
      await record(
        tx,
        viewer,
        { action: "schools.addRegion", subject: `region:${region.id}`, municipalityId: null, details },
        now,
      );
      return { regionId: region.id };
    }),
  );
}

/** Adds a municipality with its permanent public address; refused when its code is taken. */
export async function addMunicipality(
  viewer: Viewer,
  input: AddMunicipalityInput,
  now: Date,
): Promise<{ municipalityId: number; slug: string }> {
  permit(viewer, "municipalities.add");
  return translated("schools.refused.municipalityCodeTaken", () =>
    inTransaction(viewer, async (tx) => {
      await lockRegistry(tx);
      const mine = await tx.$queryRaw<
        { id: number }[]
      >`SELECT id FROM visible_region_ids() AS id WHERE id = ${input.regionId}`;
      const regionId = found(mine[0]).id;
      const slug = municipalitySlug(input.name, input.code, await takenMunicipalitySlugs(tx));
      const municipality = await tx.municipality.create({
        data: { regionId, code: input.code, name: input.name, slug },
      });
      const subject = `municipality:${municipality.id}`;
      const details = { code: input.code, name: input.name };
      await record(
        tx,
        viewer,
        { action: "schools.addMunicipality", subject, municipalityId: municipality.id, details },
        now,
      );
      return { municipalityId: municipality.id, slug };
    }),
  );
}

async function translated<T>(messageKey: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", messageKey);
    throw error;
  }
}
