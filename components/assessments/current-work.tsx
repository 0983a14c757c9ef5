import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { taskLines } from "#lib/assessments/task-text.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";
import type { Locale } from "#messages/load.ts";
import { windowText } from "./work-facts.tsx";

/** What is written now, for whoever typed on an older version. */
export function CurrentWork({ t, locale, work }: { t: Translate; locale: Locale; work: WorkView }) {
  return (
    <div className="grid gap-2">
      <p>{t("assessments.form.conflictTitle")}</p>
      <Facts
        facts={[
          { key: "max", term: t("assessments.form.max"), value: work.maxScore },
          { key: "window", term: t("assessments.work.window"), value: windowText(t, locale, work) },
          {
            key: "tasks",
            term: t("assessments.form.tasks"),
            value: (
              <span className="whitespace-pre-line">
                {taskLines(work.tasks) || t("assessments.state.noTasks")}
              </span>
            ),
          },
          ...(work.note ? [{ key: "note", term: t("assessments.form.note"), value: work.note }] : []),
        ]}
      />
    </div>
  );
}
