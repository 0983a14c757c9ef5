import { type Step, Steps } from "#components/ui/steps.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { State } from "#lib/submissions/rules.ts";

const way = ["draft", "submitted", "approved", "accepted", "locked"] as const;

/** The way of results from the school to the lock, with the place where they stand. Returned results are with the school. */
export function Way({ t, state }: { t: Translate; state: State }) {
  const at = way.indexOf(state === "returned" ? "draft" : state);
  const steps = way.map((key, i): Step => {
    const label = t(`submissions.stage.${key}`);
    return { key, label, state: i < at ? "done" : i === at ? "current" : "ahead" };
  });
  return <Steps t={t} label={t("submissions.page.steps")} steps={steps} />;
}
