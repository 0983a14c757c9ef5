import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";

type Task = WorkView["tasks"][number];

/** Tasks in the order of the form. Columns that no task has anything for are left out. */
export function TasksTable({ t, work }: { t: Translate; work: Pick<WorkView, "code" | "tasks"> }) {
  const unknown = <span className="text-ink-3">{t("assessments.tasks.unknown")}</span>;
  const columns: Column<Task>[] = [
    { key: "code", head: t("assessments.tasks.code"), cell: (task) => task.code },
    {
      key: "max",
      head: t("assessments.tasks.max"),
      unit: t("assessments.tasks.points"),
      numeric: true,
      cell: (task) => task.max,
    },
  ];
  if (work.tasks.some((task) => task.difficulty !== null)) {
    const cell = ({ difficulty }: Task) =>
      difficulty ? `${difficulty} · ${t(`assessments.difficulty.${difficulty}`)}` : unknown;
    columns.push({ key: "difficulty", head: t("assessments.tasks.difficulty"), cell });
  }
  for (const key of ["codifier", "skill"] as const) {
    if (work.tasks.some((task) => task[key] !== "")) {
      columns.push({ key, head: t(`assessments.tasks.${key}`), cell: (task) => task[key] || unknown });
    }
  }
  return (
    <div className={columns.length > 3 ? undefined : "max-w-sm"}>
      <Table
        id="tasks"
        t={t}
        caption={t("assessments.tasks.caption", { code: work.code })}
        columns={columns}
        rows={work.tasks}
        rowKey={(task) => task.code}
      />
    </div>
  );
}
