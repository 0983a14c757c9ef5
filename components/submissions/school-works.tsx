import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { DeliveryBoard, DeliveryCell } from "#lib/submissions/delivery-reads.ts";
import { Stage } from "./stage.tsx";

interface Row {
  work: DeliveryBoard["works"][number];
  cell: DeliveryCell;
  schoolId: number;
}

/** Every work that one school owes or has brought this year, where it stands and by when it is due. */
export function SchoolWorks({
  t,
  board,
  year,
  day,
}: {
  t: Translate;
  board: DeliveryBoard;
  year: number;
  day: (day: string) => string;
}) {
  const rows = board.schools.flatMap(({ id, cells }) =>
    board.works.flatMap((work, i): Row[] => {
      const cell = cells[i];
      return cell && cell.state !== "notExpected" ? [{ work, cell, schoolId: id }] : [];
    }),
  );
  const columns: Column<Row>[] = [
    {
      key: "work",
      head: t("submissions.works.work"),
      cell: ({ work, schoolId }) => (
        <a href={`/results/submissions/${work.id}/${schoolId}`}>{workTitle(t, work)}</a>
      ),
    },
    {
      key: "stage",
      head: t("submissions.works.stage"),
      cell: ({ cell }) =>
        cell.receivedAt === null ? t("submissions.works.noResults") : <Stage t={t} state={cell.stage} />,
    },
    {
      key: "due",
      head: t("submissions.works.due"),
      cell: ({ cell }) =>
        cell.dueOn === null
          ? t("submissions.works.noDue")
          : `${day(cell.dueOn)}${cell.overdue ? `, ${t("submissions.works.late")}` : ""}`,
    },
    {
      key: "people",
      head: t("submissions.works.people"),
      numeric: true,
      cell: ({ cell }) => peopleText(t, cell),
    },
  ];
  return (
    <Table
      id="works"
      t={t}
      caption={t("submissions.works.caption", { year: String(year) })}
      columns={columns}
      rows={rows}
      rowKey={({ work }) => String(work.id)}
      dense
    />
  );
}

/** «24 из 26»; a silence is a word. */
export function peopleText(t: Translate, { present, listed }: DeliveryCell): string {
  if (present === null) return t("submissions.works.noResults");
  return listed === null
    ? t("submissions.works.noList", { present })
    : t("submissions.works.peopleOf", { present, listed });
}
