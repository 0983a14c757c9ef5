import type { LocalityKind, SchoolKind } from "#lib/schools/rules.ts";
import { seedTable } from "./seed-table.ts";

/** Awkward things that a school of the demo region shows; docs/demo-region.md says which one shows what. */
export type Feature =
  | "tour"
  | "wrongMarks"
  | "declaredOther"
  | "borderJump"
  | "journalHigh"
  | "notTaught"
  | "steadyTwo"
  | "steadyYears"
  | "borderOne"
  | "borderMiss"
  | "insufficient"
  | "allThree"
  | "";

export interface DemoMunicipality {
  code: string;
  name: string;
  shortName: string;
}

export interface DemoSchool {
  /** six digits */
  login: string;
  municipality: string;
  name: string;
  /** the name until the summer of 2025, "" when it never changed */
  formerly: string;
  fullName: string;
  kind: SchoolKind;
  locality: string;
  localityKind: LocalityKind;
  latitude: number;
  longitude: number;
  /** pupils of a parallel, about */
  parallel: number;
  /** whether its parallels are a little larger and smaller than that, as real ones are */
  varies: boolean;
  firstGrade: number;
  lastGrade: number;
  /** how far its pupils stand from the middle of the region, in standard deviations of a pupil */
  effect: number;
  feature: Feature;
  /** first day without the school, "" while it is open */
  closed: string;
}

export interface DemoRegion {
  code: string;
  name: string;
  municipalities: readonly DemoMunicipality[];
  schools: readonly DemoSchool[];
}

/** The invented region as its tables in prisma/seed describe it. */
export function demoRegion(): DemoRegion {
  const areas = seedTable("demo-municipalities.csv");
  const text = (row: Record<string, string>, column: string) => row[column] ?? "";
  return {
    code: text(areas[0] ?? {}, "region_code"),
    name: text(areas[0] ?? {}, "region"),
    municipalities: areas.map((row) => ({
      code: text(row, "code"),
      name: text(row, "name"),
      shortName: text(row, "short_name"),
    })),
    schools: seedTable("demo-schools.csv").map((row) => ({
      login: text(row, "login"),
      municipality: text(row, "municipality"),
      name: text(row, "name"),
      formerly: text(row, "formerly"),
      fullName: text(row, "full_name"),
      kind: text(row, "kind") as SchoolKind,
      locality: text(row, "locality"),
      localityKind: text(row, "locality_kind") as LocalityKind,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      parallel: Number(row.parallel),
      varies: true,
      firstGrade: Number(row.first_grade),
      lastGrade: Number(row.last_grade),
      effect: Number(row.effect),
      feature: text(row, "feature") as Feature,
      closed: text(row, "closed"),
    })),
  };
}

/** The school of a login. */
export function schoolOf(region: DemoRegion, login: string): DemoSchool {
  const school = region.schools.find((one) => one.login === login);
  if (!school) throw new Error(`No school edu${login} in the demo region`);
  return school;
}
