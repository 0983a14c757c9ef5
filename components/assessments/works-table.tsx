import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workName } from "#lib/assessments/work-title.ts";
import type { WorkRow } from "#lib/assessments/work-view.ts";
import { WorkState } from "./work-state.tsx";

/** Works of one year: name, maximum, tasks, borders of marks, what is still open. */
export function WorksTable({ t, year, works }: { t: Translate; year: number; works: readonly WorkRow[] }) {
  const none = <span className="text-ink-3">—</span>;
  const columns: Column<WorkRow>[] = [
    { key: "work", head: t("assessments.list.work"), cell: (work) => <WorkLink t={t} work={work} /> },
    { key: "state", head: t("assessments.list.state"), cell: (work) => <WorkState t={t} work={work} /> },
    { key: "max", head: t("assessments.list.max"), numeric: true, cell: (work) => work.maxScore },
    {
      key: "tasks",
      head: t("assessments.list.tasks"),
      numeric: true,
      cell: (work) => (work.taskCount > 0 ? work.taskCount : none),
    },
    { key: "scale", head: t("assessments.list.scale"), numeric: true, cell: (work) => lowest(work) ?? none },
  ];
  return (
    <Table
      id={`works-${year}`}
      t={t}
      caption={t("assessments.list.caption", { count: works.length, year: String(year) })}
      columns={columns}
      rows={works}
      rowKey={(work) => work.code}
    />
  );
}

/** «10, 16, 21»: the lowest scores for «3», «4» and «5». */
function lowest({ scale }: WorkRow): string | null {
  return (
    scale?.bands
      .slice(1)
      .map((band) => band.from)
      .join(", ") ?? null
  );
}

function WorkLink({ t, work }: { t: Translate; work: WorkRow }) {
  return (
    <>
      <a href={`/assessments/${work.id}`}>{workName(t, work)}</a>
      <span className="block text-small font-normal text-ink-2">{work.code}</span>
    </>
  );
}
