import { instantText, type Words } from "#components/results/words.ts";
import type { Problem } from "#lib/submissions/problems.ts";
import type { SubmissionStep } from "#lib/submissions/queries.ts";
import { problemText } from "./problem-list.tsx";

/** The trace of decisions, newest first: who, when, what and why. */
export function StepList({
  words,
  steps,
  problems,
}: {
  words: Words;
  steps: readonly SubmissionStep[];
  problems: readonly Problem[];
}) {
  const { t } = words;
  const nameOf = (key: string) => {
    const problem = problems.find((one) => one.key === key);
    return problem ? problemText(t, problem) : key.replace(/^\w+-?/, "");
  };
  return (
    <ol className="grid max-w-measure gap-3">
      {steps.map((step) => (
        <li key={step.id} className="border-l-4 border-line-strong pl-4">
          <p>
            {t("submissions.page.step", {
              at: instantText(words, step.at),
              role: t(`people.roles.${step.actorRole}`),
              actor: step.actor ?? "none",
              did: t(`submissions.did.${step.verb}`),
            })}
          </p>
          {step.reason ? (
            <p>
              {t("submissions.page.reason")}: {step.reason}
            </p>
          ) : null}
          {Object.keys(step.confirmed).length > 0 ? (
            <ul className="text-ink-2" aria-label={t("submissions.page.confirmed")}>
              {Object.entries(step.confirmed).map(([key, text]) => (
                <li key={key}>
                  {nameOf(key)} {text}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
