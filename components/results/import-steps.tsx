import { type Step, Steps } from "#components/ui/steps.tsx";
import type { Translate } from "#components/ui/translate.ts";

const order = ["file", "check", "apply"] as const;
const words = { file: "stepFile", check: "stepCheck", apply: "stepApply" } as const;

/** File, check, apply: where one stands. `over`: the last one is behind as well. */
export function ImportSteps({
  t,
  at,
  over = false,
}: {
  t: Translate;
  at: (typeof order)[number];
  over?: boolean;
}) {
  const current = order.indexOf(at);
  const steps: Step[] = order.map((key, index) => ({
    key,
    label: t(`results.review.${words[key]}`),
    state: index < current || over ? "done" : index === current ? "current" : "ahead",
    ...(key === "file" && current > 0 ? { href: "/results/imports/new" } : {}),
  }));
  return <Steps t={t} steps={steps} label={t("results.review.steps")} />;
}
