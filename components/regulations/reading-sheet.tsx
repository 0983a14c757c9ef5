import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Reader, ReadingSheet } from "#lib/regulations/reading-queries.ts";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  sheet: ReadingSheet;
  today: string;
  /** A moment in the centre's clock. */
  moment: (instant: string) => string;
}

/** Who must read and who has; on paper with a column for signatures. */
export function ReadingSheetTable({ words, sheet, today, moment }: Props) {
  const { t } = words;
  const late = sheet.demand !== null && sheet.demand.dueOn < today;
  const columns: Column<Reader>[] = [
    { key: "name", head: t("regulations.reading.name"), cell: ({ name }) => name },
    { key: "role", head: t("regulations.reading.role"), cell: ({ role }) => t(`people.roles.${role}`) },
    {
      key: "when",
      head: t("regulations.reading.when"),
      cell: ({ readAt }) =>
        readAt === null ? (
          <Status
            t={t}
            kind={late ? "risk" : "warn"}
            word={t(`regulations.reading.${late ? "late" : "notYet"}`)}
          />
        ) : (
          <Status t={t} kind="ok" word={moment(readAt)} />
        ),
    },
    {
      key: "sign",
      head: <span className="print-only">{t("regulations.reading.sign")}</span>,
      cell: () => <span className="print-only">________________</span>,
    },
  ];
  const { title } = sheet.regulation;
  return (
    <Table
      id="sheet"
      t={t}
      caption={t("regulations.reading.caption", { title, number: sheet.edition.number })}
      columns={columns}
      rows={sheet.readers}
      rowKey={({ id }) => String(id)}
    />
  );
}
