import { Status, type StatusKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkRow } from "#lib/assessments/work-view.ts";

/** What is missing or unchecked in a description, worst first; empty when nothing is. */
export function openPoints(work: WorkRow): { kind: StatusKind; key: string }[] {
  const points: ({ kind: StatusKind; key: string } | false)[] = [
    work.origin === "file" && { kind: "warn", key: "fromFile" },
    work.origin !== "file" && work.tasksNeedCheck && { kind: "warn", key: "tasksNeedCheck" },
    work.scale?.needsCheck === true && { kind: "warn", key: "scaleNeedsCheck" },
    work.taskCount === 0 && { kind: "none", key: "noTasks" },
    work.scale === null && { kind: "none", key: "noScale" },
  ];
  return points.filter((point) => point !== false);
}

/** The state of a description in shapes and words. */
export function WorkState({ work, t }: { work: WorkRow; t: Translate }) {
  const points = openPoints(work);
  if (points.length === 0) return <Status kind="ok" t={t} word={t("assessments.state.checked")} plain />;
  return (
    <ul className="grid min-w-40 gap-1">
      {points.map(({ kind, key }) => (
        <li key={key}>
          <Status kind={kind} t={t} word={t(`assessments.state.${key}`)} plain />
        </li>
      ))}
    </ul>
  );
}
