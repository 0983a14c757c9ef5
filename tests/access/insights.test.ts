import { beforeAll, describe, expect, it } from "vitest";
import { getAnalysis, listUnitWorks } from "#lib/insights/queries.ts";
import type { Unit } from "#lib/insights/schema.ts";
import { listSources } from "#lib/insights/source-queries.ts";
import { listRegions, listUnitsAround } from "#lib/insights/unit-queries.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { loadRows, pupil } from "#tests/insights/loaded-results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

let place: SmallRegion;
let other: SmallRegion;
let school: Unit;
let municipality: Unit;
let region: Unit;

beforeAll(async () => {
  await testDatabase();
  [place, other] = [await smallRegion(), await smallRegion()];
  const [id] = place.schoolIds;
  school = { kind: "school", id, classLabel: null };
  municipality = { kind: "municipality", id: place.municipalityIds[0], classLabel: null };
  region = { kind: "region", id: place.regionId, classLabel: null };
  await loadRows(await person("deputy", { schoolId: id }), id, "4А.xlsx", [
    pupil(place, "1", "4А", [1, 2, 3]),
  ]);
});

const queries: Record<string, (viewer: Viewer, unit: Unit) => Promise<unknown>> = {
  getAnalysis: (viewer, unit) => getAnalysis(viewer, unit, place.workId),
  listUnitWorks: (viewer, unit) => listUnitWorks(viewer, unit),
  listSources: (viewer, unit) => listSources(viewer, unit, place.workId),
};

describe.each(Object.entries(queries))("%s", (_, ask) => {
  it("refuses who is not signed in", async () => {
    await expect((async () => ask(publicViewer, school))()).rejects.toMatchObject({ kind: "notSignedIn" });
  });

  it("does not let another school, municipality or region tell this school from a missing one", async () => {
    const missing: Unit = { kind: "school", id: 999_999_999, classLabel: null };
    for (const stranger of [
      await person("head", { schoolId: place.schoolIds[1] }),
      await person("municipality", { municipalityId: place.municipalityIds[1] }),
      await person("region", { regionId: other.regionId }),
    ]) {
      for (const unit of [school, missing])
        await expect(ask(stranger, unit)).rejects.toMatchObject({ kind: "notFound" });
    }
  });

  it("opens an area only to those whose scope covers it whole", async () => {
    const deputy = await person("deputy", { schoolId: place.schoolIds[0] });
    const officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
    await expect(ask(deputy, municipality)).rejects.toMatchObject({ kind: "notFound" });
    await expect(ask(officer, region)).rejects.toMatchObject({ kind: "notFound" });
    await expect(ask(officer, municipality)).resolves.toBeDefined();
    await expect(ask(await person("region", { regionId: place.regionId }), region)).resolves.toBeDefined();
    await expect(ask(await person("admin"), region)).resolves.toBeDefined();
  });
});

describe("ways to other units", () => {
  it("lead a signed-out person nowhere", async () => {
    await expect((async () => listRegions(publicViewer))()).rejects.toMatchObject({ kind: "notSignedIn" });
    await expect((async () => listUnitsAround(publicViewer, school))()).rejects.toMatchObject({
      kind: "notSignedIn",
    });
  });

  it("lead only to units that open", async () => {
    const stranger = await person("head", { schoolId: place.schoolIds[1] });
    expect(await listUnitsAround(stranger, school)).toEqual({ around: [], inside: [] });
    const officer = await person("municipality", { municipalityId: place.municipalityIds[1] });
    expect((await listUnitsAround(officer, municipality)).inside).toEqual([]);
    expect(await listRegions(officer)).toEqual([]);
    const regions = await listRegions(await person("region", { regionId: place.regionId }));
    expect(regions.map(({ id }) => id)).toEqual([place.regionId]);
    expect(await listRegions(await person("admin"))).toHaveLength(2);
  });
});
