import type { Certainty } from "./parameters.ts";
import type { NotProcedureReason, RuleCode } from "./shapes.ts";

/** What a rule rests on. `letter`: the two letters of 06.08.2021, № СК-228/03 and № 01-169/08-01 (handbook §5.5, R33). */
export interface Clause {
  /** Its words stand in messages/…/loadRules.json under `clause`. */
  readonly code:
    | "definition"
    | "often"
    | "share"
    | "oneADay"
    | "edgeLessons"
    | "levels"
    | "training"
    | "calendar";
  readonly document: "letter" | "calendar" | "portal";
  readonly certainty: Certainty;
}

/**
 * The clause of each rule. The letter is known to us by its wording, not by the numbers of its points, so no number is
 * given; what has still to be checked against its text is `verify`, what the portal adds is `ours`.
 */
export const clauseOf: Readonly<Record<RuleCode, Clause>> = {
  tooOften: { code: "often", document: "letter", certainty: "norm" },
  overTenPercent: { code: "share", document: "letter", certainty: "norm" },
  secondToday: { code: "oneADay", document: "letter", certainty: "norm" },
  sameLesson: { code: "calendar", document: "portal", certainty: "ours" },
  firstLesson: { code: "edgeLessons", document: "letter", certainty: "norm" },
  lastLesson: { code: "edgeLessons", document: "letter", certainty: "norm" },
  holiday: { code: "calendar", document: "calendar", certainty: "ours" },
  dayOff: { code: "calendar", document: "calendar", certainty: "ours" },
  outsideYear: { code: "calendar", document: "calendar", certainty: "ours" },
  outsideWindow: { code: "levels", document: "letter", certainty: "verify" },
  inThePast: { code: "calendar", document: "portal", certainty: "ours" },
  offTimetable: { code: "calendar", document: "portal", certainty: "ours" },
  trainingWork: { code: "training", document: "letter", certainty: "verify" },
};

/** The clause behind a work that is listed but loads nobody. */
export const notProcedureClause: Readonly<Record<NotProcedureReason, Clause>> = {
  tooShort: { code: "definition", document: "letter", certainty: "norm" },
  notWholeClass: { code: "definition", document: "letter", certainty: "norm" },
  exam: { code: "definition", document: "portal", certainty: "ours" },
};
