/** Closed lists of the catalogue; their names stand in messages/<locale>/indicators.json under the same words. */

/** Parts of the catalogue. `own` is what a unit has added itself. */
export const families = [
  "content",
  "conditions",
  "processes",
  "results",
  "order1324",
  "noko",
  "exams",
  "plan",
  "own",
] as const;
export type Family = (typeof families)[number];

/** What is assessed: условия, процесс, результат, содержание. */
export const objects = ["conditions", "process", "result", "content"] as const;
export type AssessedObject = (typeof objects)[number];

/** Whose rule it is: of an official text, common practice, the portal's proposal, a unit's own. */
export const ruleKinds = ["norm", "practice", "ours", "local"] as const;
export type RuleKind = (typeof ruleKinds)[number];

export const directions = ["up", "down", "none"] as const;
export type Direction = (typeof directions)[number];

/** How the value of an area follows from its schools: numerators and denominators added, or not at all. */
export const aggregations = ["sum", "weighted", "notAdditive"] as const;
export type Aggregation = (typeof aggregations)[number];

export const periods = ["year", "halfYear", "quarter", "month", "once"] as const;
export type Period = (typeof periods)[number];

// The four lists below are proposals: where a unit does it otherwise, it writes its own words into the same field.
export const sources = [
  "results",
  "exams",
  "registry",
  "journal",
  "attestation",
  "staff",
  "contingent",
  "infrastructure",
  "library",
  "surveys",
  "noko",
  "olympiads",
  "lessonVisits",
  "schedule",
  "documents",
  "attendance",
  "food",
  "injuries",
  "graduates",
  "otherIndicators",
] as const;
export const instruments = [
  "form",
  "works",
  "examProtocols",
  "checklist",
  "observationSheet",
  "questionnaire",
  "journalExport",
  "calculation",
  "statisticalForm",
  "register",
  "measurement",
] as const;
export const performers = [
  "head",
  "deputy",
  "deputyUpbringing",
  "deputyFacilities",
  "classTeacher",
  "subjectTeacher",
  "association",
  "psychologist",
  "socialTeacher",
  "librarian",
  "staffOfficer",
  "secretary",
  "medic",
  "operator",
  "municipality",
  "portal",
] as const;
export const addressees = [
  "teachers",
  "classTeachers",
  "association",
  "deputy",
  "head",
  "council",
  "governingCouncil",
  "founder",
  "municipality",
  "region",
  "parents",
  "public",
] as const;
export type Source = (typeof sources)[number];
export type Instrument = (typeof instruments)[number];
export type Performer = (typeof performers)[number];
export type Addressee = (typeof addressees)[number];

/** Levels of a value against its borders, best first. */
export const levels = ["optimal", "sufficient", "acceptable", "critical"] as const;
export type Level = (typeof levels)[number];
