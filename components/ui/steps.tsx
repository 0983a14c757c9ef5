import { Shape } from "./status.tsx";
import type { Translate } from "./translate.ts";

export interface Step {
  key: string;
  label: string;
  state: "done" | "current" | "ahead";
  /** A step that can be reopened. */
  href?: string;
}

/** The steps of a task in order; each done one can be reopened. */
export function Steps({ steps, t, label }: { steps: readonly Step[]; t: Translate; label: string }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="steps">
        {steps.map((step, index) => {
          const inside = (
            <>
              <span className="step-number" aria-hidden="true">
                {index + 1}
              </span>
              {step.label}
              {step.state === "done" ? (
                <>
                  <Shape kind="ok" />
                  <span className="sr-only">{t("ui.steps.done")}</span>
                </>
              ) : null}
            </>
          );
          const current = step.state === "current" ? "step" : undefined;
          return (
            <li key={step.key}>
              {step.href && !current ? (
                <a href={step.href}>{inside}</a>
              ) : (
                <span aria-current={current}>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
