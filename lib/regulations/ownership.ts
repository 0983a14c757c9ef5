import type { Viewer } from "../platform/access/viewer.ts";
import type { Level } from "./schema.ts";

/** Whose regulation it is: exactly one unit, none for federal acts. */
export interface Unit {
  level: Level;
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
}

type Asker = Pick<Viewer, "scope">;

/** Levels at which this person can add regulations; the database keeps the same rule (regulation_is_own). */
export function writableLevels({ scope }: Asker): Level[] {
  switch (scope.kind) {
    case "school":
      return ["school"];
    case "municipality":
      return ["municipal"];
    case "region":
      return ["regional", "federal"];
    case "system":
    case "all":
      return ["federal"];
    default:
      return [];
  }
}

/** Whether this person makes the regulation. A courtesy for pages: the database decides. */
export function isOwn({ scope }: Asker, unit: Unit): boolean {
  if (scope.kind === "system" || scope.kind === "all") return true;
  switch (unit.level) {
    case "federal":
      return scope.kind === "region";
    case "regional":
      return scope.kind === "region" && scope.id === unit.regionId;
    case "municipal":
      return scope.kind === "municipality" && scope.id === unit.municipalityId;
    case "school":
      return scope.kind === "school" && scope.id === unit.schoolId;
  }
}

/** The columns of a unit at a level, for the viewer's own one. */
export function unitColumns({ scope }: Asker, level: Level): Omit<Unit, "level"> {
  const none = { regionId: null, municipalityId: null, schoolId: null };
  if (level === "regional") return { ...none, regionId: scope.id };
  if (level === "municipal") return { ...none, municipalityId: scope.id };
  if (level === "school") return { ...none, schoolId: scope.id };
  return none;
}

/** The unit whose people this person may ask to read; null for who has no unit with people of its own. */
export function readingUnit({ scope }: Asker): Omit<Unit, "level"> | null {
  const level = ({ school: "school", municipality: "municipal", region: "regional" } as const)[
    scope.kind as "school" | "municipality" | "region"
  ];
  return level === undefined ? null : unitColumns({ scope }, level);
}
