import { FigureCell } from "#components/ui/figure-cell.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { TaskLine, TasksView } from "#lib/insights/tasks-view.ts";
import { FigureLink } from "./figure-tile.tsx";

interface NamedTask {
  code: string;
  skill: string;
}

function nameColumns<Row extends NamedTask>(t: Translate): Column<Row>[] {
  return [
    { key: "code", head: t("insights.tasks.code"), cell: ({ code }) => code },
    { key: "skill", head: t("insights.tasks.skill"), cell: ({ skill }) => skill },
  ];
}

/** Tasks whose difficulty nobody has described: completion without a zone. */
export function UnlevelledTable(props: { t: Translate; lines: readonly TaskLine[]; peer: string | null }) {
  const { t, lines, peer } = props;
  const columns: Column<TaskLine>[] = [
    ...nameColumns<TaskLine>(t),
    { key: "max", head: t("charts.max"), numeric: true, cell: ({ max }) => max },
    {
      key: "own",
      head: t("insights.tasks.completion"),
      numeric: true,
      cell: ({ own, href }) =>
        own === "absent" ? (
          <FigureCell figure={{ kind: "absent" }} t={t} dense />
        ) : (
          <a href={href}>{own.label}</a>
        ),
    },
    {
      key: "interval",
      head: t("insights.tasks.interval"),
      numeric: true,
      cell: ({ own }) => (own === "absent" ? "—" : own.interval),
    },
    { key: "notTried", head: t("charts.notTried"), numeric: true, cell: ({ notTried }) => notTried },
  ];
  if (peer !== null)
    columns.push({
      key: "peer",
      head: t("insights.tasks.peer", { peer }),
      numeric: true,
      cell: (line) => line.peer?.label ?? <FigureCell figure={{ kind: "absent" }} t={t} dense />,
    });
  return (
    <Table
      id="tasks-unlevelled"
      t={t}
      caption={t("insights.tasks.unlevelledTitle")}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
    />
  );
}

/** Tasks that some had not been taught: with all pupils and without them, for no official text says which. */
export function NotTaughtTable({ t, lines }: { t: Translate; lines: TasksView["notTaught"] }) {
  return (
    <div className="grid min-w-0 gap-2">
      <Table
        id="tasks-not-taught"
        t={t}
        caption={t("insights.tasks.notTaughtTitle")}
        columns={[
          ...nameColumns<TasksView["notTaught"][number]>(t),
          {
            key: "count",
            head: t("insights.tasks.notTaughtCount"),
            numeric: true,
            cell: ({ count }) => count,
          },
          {
            key: "all",
            head: t("insights.tasks.withAll"),
            numeric: true,
            cell: ({ all }) => <FigureLink t={t} figure={all} />,
          },
          {
            key: "taught",
            head: t("insights.tasks.withoutNotTaught"),
            numeric: true,
            cell: ({ taught }) => <FigureLink t={t} figure={taught} />,
          },
        ]}
        rows={lines}
        rowKey={({ code }) => code}
      />
      <p className="max-w-measure text-small text-ink-2">{t("insights.tasks.notTaughtLead")}</p>
    </div>
  );
}

/** Tasks with «Х»: it counts as 0, so its share is shown apart. */
export function NotTriedTable({ t, lines }: { t: Translate; lines: TasksView["notTried"] }) {
  return (
    <Table
      id="tasks-not-tried"
      t={t}
      caption={t("insights.tasks.notTriedTitle")}
      columns={[
        ...nameColumns<TasksView["notTried"][number]>(t),
        {
          key: "count",
          head: t("insights.tasks.notTriedCount"),
          numeric: true,
          cell: ({ figure }) => figure.base,
        },
        {
          key: "share",
          head: t("insights.tasks.notTriedShare"),
          numeric: true,
          cell: ({ figure }) => <FigureLink t={t} figure={figure} />,
        },
      ]}
      rows={lines}
      rowKey={({ code }) => code}
    />
  );
}
