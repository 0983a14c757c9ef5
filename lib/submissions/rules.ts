import type { Role } from "../platform/access/permissions.ts";
import type { WindowState } from "../results/entry-window.ts";

/** Where the results of one school for one work stand on their way. */
export const states = ["draft", "submitted", "approved", "accepted", "returned", "locked"] as const;
export type State = (typeof states)[number];

export const verbs = [
  "submit",
  "withdraw",
  "approve",
  "sendBack",
  "accept",
  "return",
  "lock",
  "unlock",
] as const;
export type Verb = (typeof verbs)[number];

interface Transition {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
  /** True when nobody may do it without saying why. */
  readonly needsReason: boolean;
}

const school: readonly Role[] = ["head", "deputy"];
const office: readonly Role[] = ["municipality", "region"];

/** Who may do what in which state. Whatever does not stand here is refused. */
export const transitions: Readonly<Record<Verb, Transition>> = {
  submit: { from: ["draft", "returned"], to: "submitted", by: school, needsReason: false },
  withdraw: { from: ["submitted"], to: "draft", by: school, needsReason: false },
  approve: { from: ["submitted"], to: "approved", by: ["head"], needsReason: false },
  sendBack: { from: ["submitted"], to: "returned", by: ["head"], needsReason: true },
  accept: { from: ["approved"], to: "accepted", by: office, needsReason: false },
  return: { from: ["approved", "accepted"], to: "returned", by: office, needsReason: true },
  lock: { from: ["accepted"], to: "locked", by: office, needsReason: false },
  unlock: { from: ["locked"], to: "returned", by: office, needsReason: true },
};

/** True while the school works on its results: only then may they be changed. */
export function isOpen(state: State): boolean {
  return state === "draft" || state === "returned";
}

/** What is known when somebody wants to do something with a submission. */
export interface Situation {
  state: State;
  submittedBy: number | null;
  /** The school has somebody with the role of head and somebody with the role of deputy, accounts switched on. */
  hasBothRoles: boolean;
  window: WindowState;
  hasResults: boolean;
  openErrors: number;
  /** Warnings that were not confirmed with a reason. */
  unconfirmedWarnings: number;
  /** False when the results are no longer those that were submitted. */
  sameResults: boolean;
}

export interface Actor {
  role: Role;
  personId: number;
}

/** Why something cannot be done: the last part of a message key under `submissions.refused`. */
export type Refusal =
  | "notYours"
  | "notNow"
  | "reasonMissing"
  | "noResults"
  | "windowClosed"
  | "openErrors"
  | "unconfirmedWarnings"
  | "samePerson"
  | "resultsChanged";

export type Decision = { ok: true; to: State } | { ok: false; refusal: Refusal };

const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });

/**
 * The one decision about a submission. Where a school has both a head and a deputy, the head does not approve what the head
 * submitted: four eyes see more than two. In a school with one of them only, one person may do both, and the trace says so.
 */
export function decide(verb: Verb, by: Actor, now: Situation, reason: string): Decision {
  const step = transitions[verb];
  if (!step.by.includes(by.role)) return refused("notYours");
  if (!step.from.includes(now.state)) return refused("notNow");
  if (step.needsReason && reason.trim() === "") return refused("reasonMissing");
  if (verb === "submit") return submitting(now);
  if (verb === "approve" && now.hasBothRoles && now.submittedBy === by.personId) return refused("samePerson");
  if ((verb === "approve" || verb === "accept") && !now.sameResults) return refused("resultsChanged");
  return { ok: true, to: step.to };
}

function submitting(now: Situation): Decision {
  if (!now.hasResults) return refused("noResults");
  if (now.window === "closed") return refused("windowClosed");
  if (now.openErrors > 0) return refused("openErrors");
  if (now.unconfirmedWarnings > 0) return refused("unconfirmedWarnings");
  return { ok: true, to: "submitted" };
}

/** What this person could do in this state, in the order of the table; details (errors, reasons) are decided when it is done. */
export function verbsFor(role: Role, state: State): Verb[] {
  return verbs.filter(
    (verb) => transitions[verb].by.includes(role) && transitions[verb].from.includes(state),
  );
}
