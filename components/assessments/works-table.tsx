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
    { key: "max", head: t("assessments.list.max"), numeric: true, cell: (work) => work.maxScore },
    {
      key: "tasks",
      head: t("assessments.list.tasks"),
      numeric: true,
      cell: (work) => (work.taskCount > 0 ? work.taskCount : none),
    },
    ...([3, 4, 5] as const).map((mark) => ({
      key: `mark${mark}`,
      head: t("assessments.list.mark", { mark }),
      numeric: true,
      cell: (work: WorkRow) => work.scale?.bands.find((band) => band.mark === mark)?.from ?? none,
    })),
    { key: "state", head: t("assessments.list.state"), cell: (work) => <WorkState t={t} work={work} /> },
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

function WorkLink({ t, work }: { t: Translate; work: WorkRow }) {
  return (
    <>
      <a href={`/assessments/${work.id}`}>{workName(t, work)}</a>
      <span className="block text-small font-normal text-ink-2">{work.code}</span>
    </>
  );
}
