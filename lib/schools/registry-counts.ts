import type { RegistryPlan } from "./registry-plan.ts";
import type { RegistryReading } from "./registry-reading.ts";
import type { NameDecisions } from "./registry-writes.ts";

/** What loading a registry changes, or changed, in numbers. */
export interface RegistryCounts {
  municipalitiesAdded: number;
  schoolsAdded: number;
  /** schools with other values than before, their name aside */
  schoolsChanged: number;
  schoolsRenamed: number;
  namesCorrected: number;
  /** other names in the file that nobody confirmed: ours stay */
  namesKept: number;
  schoolsUnchanged: number;
  /** in the registry, not in the file: they stay */
  schoolsMissing: number;
  classesAdded: number;
  classesChanged: number;
  classesUnchanged: number;
  classesMissing: number;
  /** lines of the files, and those of them that were not taken */
  rows: number;
  rowsRefused: number;
}

/** Counts of a plan under the decisions about names. The dry run and the real one come from here, so they cannot differ. */
export function countsOf(
  plan: RegistryPlan,
  readings: readonly RegistryReading[],
  names: NameDecisions,
): RegistryCounts {
  const renaming = plan.changeSchools.filter((one) => one.newName !== null);
  const decided = (choice: string) => renaming.filter((one) => names.of(one.login) === choice).length;
  return {
    municipalitiesAdded: plan.municipalities.length,
    schoolsAdded: plan.addSchools.length,
    schoolsChanged: plan.changeSchools.filter((one) => one.changes.length > 0).length,
    schoolsRenamed: decided("rename"),
    namesCorrected: decided("correct"),
    namesKept: decided("keep"),
    schoolsUnchanged: plan.unchanged.schools,
    schoolsMissing: plan.missing.schools,
    classesAdded: plan.addClasses.length,
    classesChanged: plan.changeClasses.length,
    classesUnchanged: plan.unchanged.classes,
    classesMissing: plan.missing.classes,
    rows: readings.reduce((sum, one) => sum + one.rows, 0),
    rowsRefused: refusedLines(plan, readings),
  };
}

/** Lines that did not become a school or class: unreadable ones, and those that the comparison refused. */
function refusedLines(plan: RegistryPlan, readings: readonly RegistryReading[]): number {
  const unread = readings.reduce((sum, one) => sum + one.rows - one.taken, 0);
  const refused = plan.findings.filter((one) => one.severity === "error" && one.row !== null);
  return unread + new Set(refused.map((one) => `${one.file} ${one.sheet} ${one.row}`)).size;
}

/** True when these counts mean that the registry stays exactly as it is. */
export function changesNothing(counts: RegistryCounts): boolean {
  const {
    municipalitiesAdded,
    schoolsAdded,
    schoolsChanged,
    schoolsRenamed,
    namesCorrected,
    classesAdded,
    classesChanged,
  } = counts;
  return (
    municipalitiesAdded +
      schoolsAdded +
      schoolsChanged +
      schoolsRenamed +
      namesCorrected +
      classesAdded +
      classesChanged ===
    0
  );
}
