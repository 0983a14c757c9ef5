import type { DecisionForm } from "#components/submissions/decide-forms.tsx";
import type { FieldSpec } from "#components/submissions/form-fields.tsx";
import { problemText } from "#components/submissions/problem-list.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SubmissionView } from "#lib/submissions/queries.ts";
import { transitions, type Verb } from "#lib/submissions/rules.ts";
import { confirmField } from "#lib/submissions/schema.ts";

const main: readonly Verb[] = ["submit", "approve", "accept", "lock"];

/** The decisions of this viewer as forms; what goes forward stands open, what goes back stands under a line. */
export function decisionForms(t: Translate, view: SubmissionView): DecisionForm[] {
  return view.verbs.map((verb): DecisionForm => {
    const forward = main.includes(verb);
    const hasErrors = view.problems.some(({ severity }) => severity === "error");
    return {
      verb,
      send: t(`submissions.verb.${verb}`),
      hint: t(`submissions.verbHint.${verb}`),
      kind: forward ? (verb === "submit" && hasErrors ? "secondary" : "primary") : "secondary",
      folded: !forward && verb !== "withdraw",
      fields: [
        ...(verb === "submit" ? confirmations(t, view) : []),
        ...(transitions[verb].needsReason ? [reasonField(t)] : []),
      ],
    };
  });
}

function confirmations(t: Translate, { problems }: SubmissionView): FieldSpec[] {
  return problems
    .filter(({ severity, answered }) => severity === "warning" && answered === null)
    .map((problem) => ({
      name: confirmField(problem.key),
      kind: "long",
      label: t("submissions.page.confirm"),
      hint: problemText(t, problem),
    }));
}

function reasonField(t: Translate): FieldSpec {
  return {
    name: "reason",
    kind: "long",
    label: t("submissions.page.reason"),
    hint: t("submissions.page.reasonHint"),
  };
}
