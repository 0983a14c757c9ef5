import { systemViewer, type Viewer, viewerOf } from "#lib/platform/access/viewer.ts";
import { addMunicipality, addRegion } from "#lib/schools/area-commands.ts";
import { addSchool } from "#lib/schools/commands.ts";
import type { AddSchoolInput } from "#lib/schools/schema.ts";

/** When everything here happens. */
export const now = new Date("2026-03-10T09:00:00Z");

const unplaced = {
  name: "Тест",
  locale: "ru",
  regionId: null,
  municipalityId: null,
  schoolId: null,
  classLabels: [],
};

/** A viewer of a role; ids of units as the person's record holds them. */
export function viewer(
  role: string,
  id: number,
  units: Partial<Parameters<typeof viewerOf>[0]> = {},
): Viewer {
  return viewerOf({ ...unplaced, id, role, ...units }, null);
}

export const admin = viewer("admin", 1);

/** A school's card as a form gives it; a valid one unless told otherwise. */
export function card(
  given: Partial<AddSchoolInput> & Pick<AddSchoolInput, "municipalityId" | "login">,
): AddSchoolInput {
  return {
    name: `МБОУ «СОШ № ${Number(given.login.slice(-3))}»`,
    fullName: "",
    kind: "secondary",
    locality: "г. Лугогорск",
    localityKind: "city",
    pupils: 500,
    correctional: false,
    latitude: null,
    longitude: null,
    ...given,
  };
}

/** Two municipalities of one region with two schools each, and the people who work there. */
export async function district() {
  const { regionId } = await addRegion(systemViewer, { code: "97", name: "Приозёрская область" }, now);
  const areas = [];
  for (const [index, name] of ["г. Лугогорск", "Верхнеозёрский МО"].entries())
    areas.push(
      (await addMunicipality(systemViewer, { regionId, code: `reg97_m00${index + 1}`, name }, now))
        .municipalityId,
    );
  const [town, land] = areas as [number, number];
  const schools = [];
  for (const [municipalityId, login] of [
    [town, "970001"],
    [town, "970002"],
    [land, "970021"],
    [land, "970022"],
  ] as const)
    schools.push((await addSchool(systemViewer, card({ municipalityId, login }), now)).schoolId);
  const [first, second, foreign, foreignSecond] = schools as [number, number, number, number];
  return {
    regionId,
    town,
    land,
    first,
    second,
    foreign,
    foreignSecond,
    region: viewer("region", 2, { regionId }),
    officer: viewer("municipality", 3, { regionId, municipalityId: town }),
    head: viewer("head", 4, { regionId, municipalityId: town, schoolId: first }),
    deputy: viewer("deputy", 5, { regionId, municipalityId: town, schoolId: first }),
    teacher: viewer("teacher", 6, {
      regionId,
      municipalityId: town,
      schoolId: first,
      classLabels: ["2025:5А"],
    }),
    expert: viewer("expert", 7, { regionId }),
  };
}
export type District = Awaited<ReturnType<typeof district>>;
