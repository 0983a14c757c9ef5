import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { nameKey } from "./name-key.ts";
import type { ReportedUnit } from "./report.ts";

/** The unit of ours that a printed one is; all null = known by its printed name only. */
export interface ResolvedUnit {
  schoolId: number | null;
  municipalityId: number | null;
  regionId: number | null;
  nameKey: string;
  placeKey: string;
  /** A login that is unknown or belongs to somebody else: the two look the same. Nothing of such a line is stored. */
  foreign: boolean;
}

/** Finds the units of a report: by login, areas also by name, schools without a login by what a person decided earlier. */
export async function resolveUnits(
  tx: ReadTx,
  viewer: Viewer,
  units: readonly ReportedUnit[],
): Promise<ResolvedUnit[]> {
  const logins = units.flatMap(({ kind, login }) => (kind === "school" && login ? [login.slice(-6)] : []));
  const schools = new Map(
    (
      await tx.school.findMany({
        where: { login: { in: [...new Set(logins)] } },
        select: { id: true, login: true },
      })
    ).map(({ login, id }) => [login, id]),
  );
  const municipalities = await tx.municipality.findMany({
    select: { id: true, code: true, name: true, regionId: true },
  });
  const regions = await tx.region.findMany({ select: { id: true, code: true, name: true } });
  const named = await tx.reportedName.findMany();
  const mine = municipalities.filter(
    ({ regionId }) => viewer.regionId === null || regionId === viewer.regionId,
  );
  const none = {
    schoolId: null,
    municipalityId: null,
    regionId: null,
    nameKey: "",
    placeKey: "",
    foreign: false,
  };
  return units.map((unit): ResolvedUnit => {
    if (unit.kind === "country") return none;
    if (unit.kind === "region") {
      const code = /^reg(\d{2})/.exec(unit.login ?? "")?.[1];
      const byName = regions.find(({ name }) => nameKey(name) === nameKey(unit.name));
      const own = /^(?:всего|итого)/i.test(unit.name) ? viewer.regionId : null;
      return { ...none, regionId: regions.find((one) => one.code === code)?.id ?? byName?.id ?? own };
    }
    if (unit.kind === "municipality") {
      const code = unit.login?.toLowerCase();
      const short = /m\d{3}$/.exec(code ?? "")?.[0];
      const byName = mine.filter(({ name }) => nameKey(name) === nameKey(unit.name));
      const found =
        municipalities.find((one) => one.code.toLowerCase() === code) ??
        mine.find((one) => short !== undefined && one.code.toLowerCase() === short) ??
        (byName.length === 1 ? byName[0] : undefined);
      return { ...none, municipalityId: found?.id ?? null };
    }
    if (unit.login !== null) {
      const schoolId = schools.get(unit.login.slice(-6)) ?? null;
      return { ...none, schoolId, foreign: schoolId === null };
    }
    const keys = { nameKey: nameKey(unit.name), placeKey: nameKey(unit.place) };
    const decided = named.find((one) => one.nameKey === keys.nameKey && one.placeKey === keys.placeKey);
    return { ...none, ...keys, schoolId: decided?.schoolId ?? null };
  });
}
