import { sameName } from "./name-rules.ts";
import type {
  CardField,
  FieldChange,
  PlannedSchool,
  RegistryState,
  Say,
  SchoolChange,
  StandingSchool,
} from "./registry-plan.ts";
import type { Place, Places } from "./registry-plan-municipalities.ts";
import type { SchoolLine } from "./registry-reading.ts";
import { loginText } from "./rules.ts";

export interface SchoolPlan {
  add: PlannedSchool[];
  change: SchoolChange[];
  unchanged: number;
  missing: number;
}

/** New schools, schools with other values, and how many of the registry the file does not mention (they stay). */
export function planSchools(
  lines: readonly SchoolLine[],
  places: Places,
  state: RegistryState,
  say: Say,
): SchoolPlan {
  const standing = new Map(state.schools.map((one) => [one.login, one]));
  const plan: SchoolPlan = { add: [], change: [], unchanged: 0, missing: 0 };
  for (const line of lines) {
    const place = places.of(line);
    if (place.kind === "refused") continue;
    const school = standing.get(line.login);
    if (school === undefined) {
      const planned = newSchool(line, place, state, say);
      if (planned) plan.add.push(planned);
      continue;
    }
    const change = changeOf(school, line, place, say);
    if (change) plan.change.push(change);
    else plan.unchanged += 1;
  }
  const mentioned = new Set(lines.map((line) => line.login));
  const touched = new Set(
    lines.flatMap((line) => standing.get(line.login)?.municipalityId ?? knownId(places.of(line))),
  );
  plan.missing = state.schools.filter(
    (one) => !one.closed && touched.has(one.municipalityId) && !mentioned.has(one.login),
  ).length;
  return plan;
}

function knownId(place: Place): number[] {
  return place.kind === "known" ? [place.id] : [];
}

function newSchool(line: SchoolLine, place: Place, state: RegistryState, say: Say): PlannedSchool | null {
  const mine = state.municipalities.filter((one) => one.mine);
  // An officer of one municipality need not name it.
  const code =
    place.kind === "known" || place.kind === "new"
      ? place.code
      : mine.length === 1
        ? mine[0]?.code
        : undefined;
  const problem = state.takenElsewhere.has(line.login)
    ? "loginElsewhere"
    : line.name === ""
      ? "nameMissing"
      : code === undefined
        ? "municipalityMissing"
        : null;
  if (problem !== null || code === undefined) {
    say("error", problem ?? "municipalityMissing", line, { login: loginText(line.login) });
    return null;
  }
  const { login, name, fullName, locality, pupils, latitude, longitude } = line;
  return {
    login,
    name,
    fullName,
    kind: line.kind ?? "school",
    municipalityCode: code,
    locality,
    localityKind: line.localityKind ?? "unknown",
    pupils,
    correctional: line.correctional ?? false,
    latitude,
    longitude,
  };
}

/** What a file says differently of a school that stands; null when nothing. A closed school is left as it is. */
function changeOf(school: StandingSchool, line: SchoolLine, place: Place, say: Say): SchoolChange | null {
  if (school.closed) {
    say("warning", "schoolClosed", line, { name: school.name });
    return null;
  }
  if (place.kind === "new" || (place.kind === "known" && place.id !== school.municipalityId))
    say("warning", "municipalityDiffers", line, {
      name: school.name,
      municipality: line.municipality || line.municipalityCode,
    });
  const changes = cardChanges(school, line);
  const newName = line.name === "" || sameName(line.name, school.name) ? null : line.name;
  if (newName !== null) say("warning", "nameDiffers", line, { ours: school.name, theirs: newName });
  if (changes.length === 0 && newName === null) return null;
  const { id, login, name, version, municipalityId } = school;
  return { id, login, name, version, municipalityId, changes, newName };
}

/** Only what the file says: a blank cell takes nothing away. */
function cardChanges(school: StandingSchool, line: SchoolLine): FieldChange[] {
  const fields: CardField[] = [
    "fullName",
    "kind",
    "locality",
    "localityKind",
    "pupils",
    "correctional",
    "latitude",
    "longitude",
  ];
  return fields.flatMap((field) => {
    const [from, to] = [school[field], line[field]];
    return to === null || to === "" || from === to ? [] : [{ field, from, to }];
  });
}
