import { type Step, Steps } from "#components/ui/steps.tsx";
import type { Translate } from "#components/ui/translate.ts";

const order = ["file", "review", "done"] as const;
const words = {
  file: "schools.import.stepFile",
  review: "schools.import.stepReview",
  done: "schools.import.stepDone",
};

/** File, review, loaded: where one stands. */
export function ImportSteps({ t, at }: { t: Translate; at: (typeof order)[number] }) {
  const current = order.indexOf(at);
  const steps: Step[] = order.map((key, index) => ({
    key,
    label: t(words[key]),
    state: index < current ? "done" : index === current ? "current" : "ahead",
    ...(key === "file" && current > 0 ? { href: "/registry/import" } : {}),
  }));
  return <Steps t={t} steps={steps} label={t("schools.import.steps")} />;
}
