import { absenceTasks, type ClassAccount } from "./class-account.ts";

/** What stands in the way of submitting: an error must be mended, a warning may be confirmed with a reason. */
export interface Problem {
  /** Unique within a submission; a confirmation is given under it. */
  key: string;
  code: ProblemCode;
  severity: "error" | "warning";
  params: Record<string, string | number>;
  /** A warning that is answered elsewhere already, with what was said. */
  answered: string | null;
}
export type ProblemCode =
  | "noParticipants"
  | "rejectedCells"
  | "heldRows"
  | "checkErrors"
  | "checkWarnings"
  | "noClassList"
  | "unaccounted"
  | "classWithoutResults"
  | "moreThanListed"
  | "checksPending";

/** What is counted of one school's results for one work. */
export interface ProblemFacts {
  accounts: readonly ClassAccount[];
  /** Cells of tasks that could not be read. */
  rejectedCells: number;
  /** Rows of the last file that wait for a decision and are not among the results. */
  heldRows: number;
  /** The results have changed a moment ago and the check rules have not seen them yet. */
  checksPending: boolean;
  /** Open findings of the check rules. */
  checkErrors: number;
  checkWarnings: number;
  /** Explanations by class: how many pupils they were about, and what was said. */
  explained: ReadonlyMap<string, { count: number; text: string }>;
}

/** Errors first, then warnings, each once. */
export function problemsOf(facts: ProblemFacts): Problem[] {
  const { accounts } = facts;
  const error = (code: ProblemCode, count: number): Problem[] =>
    count > 0 ? [{ key: code, code, severity: "error", params: { count }, answered: null }] : [];
  const warning = (code: ProblemCode, count: number): Problem[] =>
    count > 0 ? [{ key: code, code, severity: "warning", params: { count }, answered: null }] : [];
  const present = accounts.reduce((sum, one) => sum + one.present, 0);
  return [
    ...error("noParticipants", present === 0 ? 1 : 0),
    ...error("rejectedCells", facts.rejectedCells),
    ...error("heldRows", facts.heldRows),
    ...error("checkErrors", facts.checkErrors),
    ...error("checksPending", facts.checksPending ? 1 : 0),
    ...warning("noClassList", accounts.every(({ listed }) => listed === null) ? 1 : 0),
    ...absences(facts),
    ...accounts.flatMap((one): Problem[] =>
      one.listed !== null && one.unaccounted !== null && one.unaccounted < 0
        ? [
            {
              key: `moreThanListed-${one.label}`,
              code: "moreThanListed",
              severity: "warning",
              params: { label: one.label, count: one.present + one.absent, listed: one.listed },
              answered: null,
            },
          ]
        : [],
    ),
    ...warning("checkWarnings", facts.checkWarnings),
  ];
}

function absences({ accounts, explained }: ProblemFacts): Problem[] {
  return absenceTasks(accounts).map(({ label, unaccounted }): Problem => {
    const account = accounts.find((one) => one.label === label);
    const silent = label !== "" && account?.present === 0 && account.absent === 0;
    const said = explained.get(label);
    return {
      key: `unaccounted-${label}`,
      code: silent ? "classWithoutResults" : "unaccounted",
      severity: "warning",
      params: { label, count: unaccounted },
      // An explanation of three pupils does not explain five.
      answered: said !== undefined && said.count === unaccounted ? said.text : null,
    };
  });
}

export interface ProblemCounts {
  openErrors: number;
  unconfirmedWarnings: number;
}

/** What is still open when these warnings are confirmed; a blank reason confirms nothing. */
export function openProblems(
  problems: readonly Problem[],
  confirmed: Readonly<Record<string, string>>,
): ProblemCounts {
  const open = (one: Problem) => one.answered === null && (confirmed[one.key] ?? "").trim() === "";
  return {
    openErrors: problems.filter(({ severity }) => severity === "error").length,
    unconfirmedWarnings: problems.filter((one) => one.severity === "warning" && open(one)).length,
  };
}
