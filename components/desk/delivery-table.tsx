import { Status, type StatusKind } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { DeliveryBoard } from "#lib/submissions/delivery-reads.ts";
import type { DeliveryState } from "#lib/submissions/delivery-rules.ts";

type School = DeliveryBoard["schools"][number];

const shapes: Partial<Record<DeliveryState, StatusKind>> = {
  received: "ok",
  receivedLate: "ok",
  late: "warn",
  expected: "none",
  unknown: "none",
};

interface Props {
  t: Translate;
  caption: string;
  heads: readonly { id: number; name: string; due: string | null }[];
  schools: readonly School[];
}

/** Who has sent what, school by school in the order of names; each cell says it in words. */
export function DeliveryTable({ t, caption, heads, schools }: Props) {
  const columns: Column<School>[] = [
    {
      key: "school",
      head: t("desk.delivery.school"),
      cell: (school) => <a href={`/registry/${school.id}`}>{school.name}</a>,
    },
    ...heads.map(
      (head, i): Column<School> => ({
        key: String(head.id),
        head: (
          <>
            {head.name}
            {head.due ? <span className="unit">, {t("desk.delivery.due", { day: head.due })}</span> : null}
          </>
        ),
        cell: (school) => <Cell t={t} school={school} index={i} />,
      }),
    ),
  ];
  return (
    <Table
      id="delivery"
      t={t}
      caption={caption}
      columns={columns}
      rows={schools}
      rowKey={(school) => String(school.id)}
      dense
    />
  );
}

function Cell({ t, school, index }: { t: Translate; school: School; index: number }) {
  const cell = school.cells[index];
  if (!cell) return "—";
  const word = t(`desk.delivery.state.${cell.state}`);
  const shape = shapes[cell.state];
  if (!shape) return word;
  const status = <Status kind={shape} t={t} word={word} plain />;
  if (cell.receivedAt === null) return status;
  return (
    <>
      <a href={`/insights/school-${school.id}/${cell.workId}`}>{status}</a>
      {cell.stage === "draft" ? null : (
        <span className="block text-ink-2">{t(`submissions.stage.${cell.stage}`)}</span>
      )}
    </>
  );
}
