import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { LocalityKind, SchoolKind } from "./rules.ts";

/** What can be said of a registry file, besides what reading any file can end in. Each is a key of `schools.findings`. */
export const registryFindingCodes = [
  "notRegistry",
  "sheetIgnored",
  "tooManyLines",
  "unknownColumn",
  "cellUnreadable",
  "loginMissing",
  "loginShort",
  "loginWrong",
  "kindUnknown",
  "localityUnknown",
  "yesOrNoUnknown",
  "pupilsWrong",
  "coordinatesMissing",
  "degreesWrong",
  "yearWrong",
  "yearMissing",
  "classWrong",
  "classDisagrees",
  "lineRepeated",
  "lineContradicts",
  "municipalityAmbiguous",
  "otherMunicipality",
  "municipalityNameDiffers",
  "municipalityUnknown",
  "municipalityIncomplete",
  "municipalityTwoNames",
  "regionUnknown",
  "loginElsewhere",
  "nameMissing",
  "municipalityMissing",
  "schoolClosed",
  "municipalityDiffers",
  "nameDiffers",
  "schoolUnknown",
] as const;
export type RegistryFindingCode = (typeof registryFindingCodes)[number];

/** A finding of a registry file, with the row it stands in as the file prints it (known columns only). */
export interface RegistryFinding extends Finding {
  file: string;
  line: readonly string[] | null;
}

/** Where a line stands, so that whatever is said of it can be found again. */
export interface LinePlace {
  file: string;
  /** null in a text table */
  sheet: string | null;
  row: number;
  line: readonly string[];
}

/** A school as a file states it. Null and "" mean that the file does not say it; such a value changes nothing. */
export interface SchoolLine extends LinePlace {
  login: string;
  name: string;
  fullName: string;
  kind: SchoolKind | null;
  municipality: string;
  municipalityCode: string;
  locality: string;
  localityKind: LocalityKind | null;
  pupils: number | null;
  correctional: boolean | null;
  latitude: number | null;
  longitude: number | null;
}

/** A class of one school year as a file states it. */
export interface ClassLine extends LinePlace {
  login: string;
  year: number;
  grade: number;
  label: string;
  pupils: number | null;
}

/** Everything read from one file of the registry. `rows` counts lines under the headers, `taken` those that became schools or classes. */
export interface RegistryReading {
  file: string;
  schools: SchoolLine[];
  classes: ClassLine[];
  findings: RegistryFinding[];
  rows: number;
  taken: number;
}
