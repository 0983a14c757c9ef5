import type { ClassChange, PlannedClass, PlannedSchool, RegistryState, Say } from "./registry-plan.ts";
import type { ClassLine } from "./registry-reading.ts";
import { loginText } from "./rules.ts";

export interface ClassPlan {
  add: PlannedClass[];
  change: ClassChange[];
  unchanged: number;
  missing: number;
}

/**
 * Classes to add and numbers of pupils to change. A class of a school and year of the file that the file does not
 * mention stays and is counted. A school that is unknown, or not the viewer's, is the same refusal.
 */
export function planClasses(
  lines: readonly ClassLine[],
  newSchools: readonly PlannedSchool[],
  state: RegistryState,
  say: Say,
): ClassPlan {
  const ids = new Map(state.schools.map((one) => [one.login, one.id]));
  const added = new Set(newSchools.map((one) => one.login));
  const standing = new Map(state.classes.map((one) => [`${one.schoolId} ${one.year} ${one.label}`, one]));
  const plan: ClassPlan = { add: [], change: [], unchanged: 0, missing: 0 };
  const years = new Set<string>();
  let met = 0;
  for (const line of lines) {
    const { login, year, grade, label, pupils } = line;
    const id = ids.get(login);
    if (id === undefined && !added.has(login)) {
      say("error", "schoolUnknown", line, { login: loginText(login) });
      continue;
    }
    const before = standing.get(`${id} ${year} ${label}`);
    if (id !== undefined) years.add(`${id} ${year}`);
    if (before === undefined) plan.add.push({ login, year, grade, label, pupils });
    else {
      met += 1;
      if (pupils === null || pupils === before.pupils) plan.unchanged += 1;
      else plan.change.push({ id: before.id, login, year, grade, label, pupils, before: before.pupils });
    }
  }
  plan.missing = state.classes.filter((one) => years.has(`${one.schoolId} ${one.year}`)).length - met;
  return plan;
}
