import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workName } from "#lib/assessments/work-title.ts";
import type { DeliveryBoard, DeliveryCell, DeliverySchool } from "#lib/submissions/delivery-reads.ts";
import { peopleText } from "./school-works.tsx";
import { Stage } from "./stage.tsx";

/** School by school, work by work: where it stands, how many of the list, what is missing and who brings it. */
export function CampaignBoard({ t, board }: { t: Translate; board: DeliveryBoard }) {
  const columns: Column<DeliverySchool>[] = [
    {
      key: "school",
      head: t("submissions.waiting.school"),
      cell: ({ id, name, owners }) => (
        <>
          <a href={`/registry/${id}`}>{name}</a>
          <span className="block font-normal text-ink-2">
            {owners.length > 0
              ? t("submissions.campaign.owners", { names: owners.join(", ") })
              : t("submissions.campaign.noOwners")}
          </span>
        </>
      ),
    },
    ...board.works.map(
      (work, i): Column<DeliverySchool> => ({
        key: String(work.id),
        head: workName(t, work),
        cell: ({ id, cells }) => <Cell t={t} cell={cells[i]} schoolId={id} />,
      }),
    ),
  ];
  return (
    <Table
      id="board"
      t={t}
      caption={t("submissions.campaign.table")}
      columns={columns}
      rows={board.schools}
      rowKey={({ id }) => String(id)}
      dense
    />
  );
}

function Cell({ t, cell, schoolId }: { t: Translate; cell: DeliveryCell | undefined; schoolId: number }) {
  if (!cell || cell.state === "notExpected") return "—";
  if (cell.receivedAt === null)
    return (
      <Status
        t={t}
        kind={cell.state === "late" ? "warn" : "none"}
        word={t(`desk.delivery.state.${cell.state}`)}
        plain
      />
    );
  const missing = cell.listed === null || cell.present === null ? 0 : cell.listed - cell.present;
  return (
    <>
      <a href={`/results/submissions/${cell.workId}/${schoolId}`}>
        <Stage t={t} state={cell.stage} />
      </a>
      <span className="block text-ink-2">
        {peopleText(t, cell)}
        {missing > 0 ? `, ${t("submissions.campaign.missing", { count: missing })}` : null}
        {cell.overdue ? `, ${t("submissions.works.late")}` : null}
      </span>
    </>
  );
}
