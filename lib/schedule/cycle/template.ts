/** Duties that do a line of the cycle; their words stand in messages/…/cycle.json under `performer`. */
export const performers = [
  "head",
  "deputy",
  "methodUnion",
  "classTeacher",
  "psychologist",
  "teacher",
  "workingGroup",
] as const;
export type Performer = (typeof performers)[number];

/** For whom the output is (handbook §5.4, matrix of addressees); words under `addressee`. */
export const addressees = [
  "head",
  "deputy",
  "methodUnion",
  "classTeachers",
  "teachers",
  "council",
  "governing",
  "founder",
  "parents",
  "pupils",
  "public",
] as const;
export type Addressee = (typeof addressees)[number];

/** What a line rests on; words under `basis`. */
export const bases = ["law", "letter", "selfReport", "vpr", "gia", "noko", "act", "practice"] as const;
export type Basis = (typeof bases)[number];

export interface TemplateLine {
  /** Its title and output stand in messages/…/cycle.json under `template.<code>`. */
  readonly code: string;
  /** Month and day, `MM-DD`, in which it is due; August to December are of the first calendar year, the rest of the second. */
  readonly due: string;
  readonly performer: Performer;
  readonly addressees: readonly Addressee[];
  readonly basis: Basis;
}

const line = (
  code: string,
  due: string,
  performer: Performer,
  to: readonly Addressee[],
  basis: Basis = "practice",
): TemplateLine => ({ code, due, performer, addressees: to, basis });

/**
 * A year of internal quality assessment, from August to July: the procedures of handbook §5.4 (practice, months adapted), each
 * with a day, a performer and addressees of ours. A school changes everything in it for itself.
 */
export const yearTemplate: readonly TemplateLine[] = [
  line("giaAnalysis", "08-25", "deputy", ["council", "governing"], "gia"),
  line("council", "08-28", "head", ["teachers", "governing"], "act"),
  line("planOrder", "08-31", "head", ["deputy", "methodUnion", "teachers"], "law"),
  line("workSchedule", "08-31", "deputy", ["teachers", "parents"], "letter"),
  line("schedulePublished", "09-14", "deputy", ["parents", "public"], "letter"),
  line("vprPage", "09-20", "deputy", ["parents", "pupils"], "vpr"),
  line("startDiagnostics", "09-25", "methodUnion", ["methodUnion", "classTeachers", "parents"]),
  line("inputWorks", "09-30", "methodUnion", ["methodUnion", "deputy"]),
  line("observers", "09-30", "deputy", ["parents", "founder"], "vpr"),
  line("meetings", "10-15", "classTeacher", ["parents"]),
  line("adaptation", "10-20", "psychologist", ["head", "classTeachers"]),
  line("parentsSurvey", "10-25", "workingGroup", ["head", "governing"]),
  line("olympiadSchool", "10-30", "deputy", ["teachers", "pupils"]),
  line("firstQuarter", "11-10", "deputy", ["council", "methodUnion"]),
  line("weakSubjects", "11-25", "deputy", ["methodUnion", "head"]),
  line("essay", "12-04", "deputy", ["head", "teachers"], "gia"),
  line("halfYearWorks", "12-20", "deputy", ["methodUnion", "head"]),
  line("mockExams", "12-22", "deputy", ["teachers", "parents"], "gia"),
  line("firstHalf", "01-15", "deputy", ["council"]),
  line("secondSchedule", "01-25", "deputy", ["parents", "public"], "letter"),
  line("correction", "01-25", "methodUnion", ["teachers", "deputy"]),
  line("interview", "02-12", "deputy", ["head", "teachers"], "gia"),
  line("literacy", "02-20", "methodUnion", ["methodUnion", "deputy"]),
  line("selfReportData", "02-28", "workingGroup", ["head"], "selfReport"),
  line("vprPreparation", "03-10", "deputy", ["teachers", "parents"], "vpr"),
  line("thirdQuarter", "03-28", "deputy", ["council", "methodUnion"]),
  line("staff", "03-31", "head", ["teachers", "head"]),
  line("selfReport", "04-20", "head", ["founder", "public"], "selfReport"),
  line("complexWorks", "04-30", "methodUnion", ["classTeachers", "parents"]),
  line("nokoSurvey", "05-15", "workingGroup", ["head", "public"], "noko"),
  line("vprWritten", "05-20", "deputy", ["founder", "methodUnion"], "vpr"),
  line("interim", "05-25", "deputy", ["council", "parents"], "law"),
  line("yearResults", "06-20", "deputy", ["council", "governing"]),
  line("vprAnalysis", "06-30", "methodUnion", ["teachers", "head"], "vpr"),
  line("giaResults", "07-10", "deputy", ["head", "founder"], "gia"),
  line("nextPlan", "07-10", "head", ["deputy", "methodUnion"], "act"),
  line("publicReport", "07-31", "head", ["public", "founder", "governing"]),
];

/** The line of a code; undefined for a school's own. */
export function templateLine(code: string): TemplateLine | undefined {
  return yearTemplate.find((one) => one.code === code);
}
