import type { Severity } from "#lib/platform/workbook/finding.ts";
import { planClasses } from "./registry-plan-classes.ts";
import { once } from "./registry-plan-lines.ts";
import { type PlannedMunicipality, planMunicipalities } from "./registry-plan-municipalities.ts";
import { planSchools } from "./registry-plan-schools.ts";
import type {
  ClassLine,
  LinePlace,
  RegistryFinding,
  RegistryFindingCode,
  RegistryReading,
  SchoolLine,
} from "./registry-reading.ts";

/** The registry as it stands, as far as the viewer works in it and the file speaks of it. */
export interface RegistryState {
  /** may municipalities be added by this viewer? */
  mayAddMunicipalities: boolean;
  regions: readonly { id: number; code: string }[];
  /** `mine`: the viewer works there; others are known so that a school of theirs is refused in words */
  municipalities: readonly { id: number; code: string; name: string; mine: boolean }[];
  schools: readonly StandingSchool[];
  /** logins of the file that schools out of the viewer's scope have */
  takenElsewhere: ReadonlySet<string>;
  classes: readonly { id: number; schoolId: number; year: number; label: string; pupils: number | null }[];
}

export interface StandingSchool {
  id: number;
  login: string;
  version: number;
  municipalityId: number;
  closed: boolean;
  name: string;
  fullName: string;
  kind: string;
  locality: string;
  localityKind: string;
  pupils: number | null;
  correctional: boolean;
  latitude: number | null;
  longitude: number | null;
}

export type CardField =
  | "fullName"
  | "kind"
  | "locality"
  | "localityKind"
  | "pupils"
  | "correctional"
  | "latitude"
  | "longitude";

export interface FieldChange {
  field: CardField;
  from: string | number | boolean | null;
  to: string | number | boolean | null;
}

export interface PlannedSchool {
  login: string;
  name: string;
  fullName: string;
  kind: string;
  municipalityCode: string;
  locality: string;
  localityKind: string;
  pupils: number | null;
  correctional: boolean;
  latitude: number | null;
  longitude: number | null;
}

export interface SchoolChange {
  id: number;
  login: string;
  name: string;
  version: number;
  municipalityId: number;
  changes: FieldChange[];
  /** another name in the file: nothing is done about it until a person decides what it is */
  newName: string | null;
}

export interface PlannedClass {
  login: string;
  year: number;
  grade: number;
  label: string;
  pupils: number | null;
}

export interface ClassChange extends PlannedClass {
  id: number;
  before: number | null;
}

/** What a registry file would do to the registry as it stands. The same file and the same registry give the same plan. */
export interface RegistryPlan {
  municipalities: PlannedMunicipality[];
  addSchools: PlannedSchool[];
  /** schools with other values or another name in the file */
  changeSchools: SchoolChange[];
  addClasses: PlannedClass[];
  changeClasses: ClassChange[];
  unchanged: { schools: number; classes: number };
  /** in the registry, not in the file: they stay */
  missing: { schools: number; classes: number };
  findings: RegistryFinding[];
}

/** Says something of a line of the file. */
export type Say = (
  severity: Severity,
  code: RegistryFindingCode,
  line: LinePlace,
  params?: Record<string, string | number>,
) => void;

/** Compares what files say with the registry. Lines that contradict each other, or concern schools of others, are refused in words. */
export function planRegistry(readings: readonly RegistryReading[], state: RegistryState): RegistryPlan {
  const findings: RegistryFinding[] = [];
  const say: Say = (severity, code, { file, sheet, row, line }, params = {}) =>
    findings.push({ severity, code, file, sheet, row, column: null, raw: null, params, line });
  const schoolLines = once<SchoolLine>(
    readings.flatMap((one) => one.schools),
    (line) => line.login,
    "login",
    say,
  );
  const classKey = (line: ClassLine) => `${line.login} ${line.year} ${line.label}`;
  const classLines = once<ClassLine>(
    readings.flatMap((one) => one.classes),
    classKey,
    "class",
    say,
  );
  const places = planMunicipalities(schoolLines, state, say);
  const schools = planSchools(schoolLines, places, state, say);
  const classes = planClasses(classLines, schools.add, state, say);
  return {
    municipalities: places.add.filter(({ code }) => schools.add.some((one) => one.municipalityCode === code)),
    addSchools: schools.add,
    changeSchools: schools.change,
    addClasses: classes.add,
    changeClasses: classes.change,
    unchanged: { schools: schools.unchanged, classes: classes.unchanged },
    missing: { schools: schools.missing, classes: classes.missing },
    findings,
  };
}

/** True when applying the plan would change nothing, whatever is decided about names. */
export function isUnchanged(plan: RegistryPlan): boolean {
  const { municipalities, addSchools, changeSchools, addClasses, changeClasses } = plan;
  return [municipalities, addSchools, changeSchools, addClasses, changeClasses].every(
    (part) => part.length === 0,
  );
}
