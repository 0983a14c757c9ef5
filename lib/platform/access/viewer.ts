import type { Role } from "./permissions.ts";

/** Which rows a viewer's statements may touch; handed to the database, which decides. */
export type Scope =
  | { kind: "system" | "all" | "public"; id: null }
  | { kind: "region" | "municipality" | "school" | "classes"; id: number };

/** Who asks: a signed-in person, the public, or the portal itself. */
export interface Viewer {
  readonly personId: number | null;
  readonly role: Role | "public" | "system";
  readonly name: string;
  readonly locale: "ru" | "uk";
  readonly scope: Scope;
  readonly regionId: number | null;
  readonly municipalityId: number | null;
  readonly schoolId: number | null;
  /** A teacher's classes as `2025:5А` (first year of the school year and label). */
  readonly classLabels: readonly string[];
  readonly sessionId: string | null;
}

const nobody = {
  personId: null,
  name: "",
  locale: "ru",
  regionId: null,
  municipalityId: null,
  schoolId: null,
  classLabels: [],
  sessionId: null,
} as const;

/** The public side: published snapshots and nothing else. */
export const publicViewer: Viewer = { ...nobody, role: "public", scope: { kind: "public", id: null } };

/** The portal itself: sign-in, jobs and set-up. Never made from anything that a request says. */
export const systemViewer: Viewer = { ...nobody, role: "system", scope: { kind: "system", id: null } };

export interface PersonScope {
  id: number;
  name: string;
  locale: string;
  role: string;
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
  classLabels: readonly string[];
}

/** The viewer that a person's record stands for. Units above the own one are filled in by `loadViewer`. */
export function viewerOf(person: PersonScope, sessionId: string | null): Viewer {
  return {
    personId: person.id,
    role: person.role as Role,
    name: person.name,
    locale: person.locale === "uk" ? "uk" : "ru",
    scope: scopeOf(person),
    regionId: person.regionId,
    municipalityId: person.municipalityId,
    schoolId: person.schoolId,
    classLabels: person.classLabels,
    sessionId,
  };
}

function scopeOf(person: PersonScope): Scope {
  if (person.role === "admin") return { kind: "all", id: null };
  if (person.role === "teacher" && person.schoolId !== null) return { kind: "classes", id: person.schoolId };
  if (person.schoolId !== null) return { kind: "school", id: person.schoolId };
  if (person.municipalityId !== null) return { kind: "municipality", id: person.municipalityId };
  if (person.regionId !== null) return { kind: "region", id: person.regionId };
  // The database refuses such a person (person_scope); without a scope there are no rows.
  return { kind: "public", id: null };
}
