import type { RuleContent, Severity } from "./content.ts";

/** One version of a rule as it stands in a region. Version 1 of the portal's own rules is not stored. */
export interface RuleVersion {
  code: string;
  version: number;
  /** Null: the rule of the whole region, or of the portal. */
  municipalityId: number | null;
  content: RuleContent;
  /** A calendar day, `2026-11-22`. Null: since the portal exists. */
  effectiveOn: string | null;
  /** Works of this year and later are judged by it. Null: all. */
  worksFrom: number | null;
  off: boolean;
}

/** What a rule must know of a work to tell whether it is about it. */
export interface ScopedWork {
  kind: string;
  year: number;
  subject: string;
  gradeTested: number;
}

/**
 * The version of each rule by which results are judged on a day: the newest that is in force for works of that year. So a new
 * rule does not reopen what was settled in earlier years. Rules that are switched off are left out; order: priority, then code.
 */
export function rulesInForce(versions: readonly RuleVersion[], on: string, workYear: number): RuleVersion[] {
  const newest = new Map<string, RuleVersion>();
  for (const one of versions) {
    if ((one.effectiveOn !== null && one.effectiveOn > on) || (one.worksFrom ?? workYear) > workYear)
      continue;
    const known = newest.get(one.code);
    if (!known || known.version < one.version) newest.set(one.code, one);
  }
  return inOrder([...newest.values()].filter(({ off }) => !off));
}

/** The newest version of each rule whatever its day, also those switched off; order: priority, then code. */
export function newestRules(versions: readonly RuleVersion[]): RuleVersion[] {
  const newest = new Map<string, RuleVersion>();
  for (const one of versions)
    if ((newest.get(one.code)?.version ?? -1) < one.version) newest.set(one.code, one);
  return inOrder([...newest.values()]);
}

/** Is the rule about results of this work, in a school of this municipality? */
export function isAbout(rule: RuleVersion, work: ScopedWork, municipalityId: number): boolean {
  return (
    (rule.municipalityId === null || rule.municipalityId === municipalityId) && concerns(rule.content, work)
  );
}

/** Is this content about the work? Empty lists mean all. */
export function concerns(content: RuleContent, work: ScopedWork): boolean {
  const { workKinds, subjects, grades } = content;
  return (
    (workKinds.length === 0 || workKinds.includes(work.kind)) &&
    (subjects.length === 0 || subjects.includes(work.subject)) &&
    (grades.length === 0 || grades.includes(work.gradeTested))
  );
}

/** Who speaks about a finding: the school it is about, or an office above it. */
export type Side = "school" | "office";
export type QuestionState = "none" | "asked" | "answered" | "closed";
export type Act = "ask" | "answer" | "close" | "confirm" | "reopen";

/** What is known of a finding when somebody wants to act on it. */
export interface FindingState {
  severity: Severity;
  /** No longer found: data or rule have changed. */
  gone: boolean;
  confirmed: boolean;
  question: QuestionState;
  /** "" while nobody has asked. */
  askedBy: Side | "";
}

/**
 * What a side may do with a finding. Either side may ask; the other one answers; who asked closes, or asks again. A school confirms
 * a warning with a reason; an error is mended, or accepted by the office that answers for it. A confirmation that does not
 * hold is taken back by the office.
 */
export function possibleActs(state: FindingState, side: Side): Act[] {
  const acts: Act[] = [];
  const mine = state.askedBy === side;
  if (state.question === "asked" && !mine) acts.push("answer");
  if ((state.question === "none" || state.question === "closed") && !state.gone) acts.push("ask");
  if (state.question === "answered" && mine) acts.push("ask");
  if ((state.question === "answered" || state.question === "asked") && mine) acts.push("close");
  const decides = state.severity === "warning" ? "school" : "office";
  if (!state.gone && !state.confirmed && side === decides) acts.push("confirm");
  if (!state.gone && state.confirmed && side === "office") acts.push("reopen");
  return acts;
}

/** The question after an act; the confirmation is kept apart from it. */
export function questionAfter(
  state: FindingState,
  act: Act,
  side: Side,
): { question: QuestionState; askedBy: Side | "" } {
  if (act === "ask") return { question: "asked", askedBy: side };
  if (act === "answer") return { question: "answered", askedBy: state.askedBy };
  if (act === "close") return { question: "closed", askedBy: state.askedBy };
  return { question: state.question, askedBy: state.askedBy };
}

/**
 * On whose desk a finding lies: the answer first, then what blocks, then what waits for a reason. Null: nothing is to be done.
 */
export function awaited(
  state: FindingState,
): { side: Side; what: "answer" | "read" | "mend" | "confirm" } | null {
  const other: Side = state.askedBy === "school" ? "office" : "school";
  if (state.question === "asked") return { side: other, what: "answer" };
  if (state.question === "answered" && state.askedBy !== "") return { side: state.askedBy, what: "read" };
  if (state.gone || state.confirmed) return null;
  return { side: "school", what: state.severity === "error" ? "mend" : "confirm" };
}

function inOrder(rules: RuleVersion[]): RuleVersion[] {
  return rules.sort(
    (a, b) => a.content.priority - b.content.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
