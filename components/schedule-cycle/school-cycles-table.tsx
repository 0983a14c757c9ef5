import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SchoolCycle } from "#lib/schedule/cycle/queries.ts";
import type { Locale } from "#messages/load.ts";
import { completionShare } from "./completion-finding.tsx";

interface Props {
  t: Translate;
  locale: Locale;
  schools: readonly SchoolCycle[];
  /** First calendar year, and how the school year is written. */
  year: number;
  yearWords: string;
}

/** Schools by name with how far their plans have come; a school without a plan says so. */
export function SchoolCyclesTable({ t, locale, schools, year, yearWords }: Props) {
  const word = (key: string) => t(`cycle.area.${key}`);
  const count = (school: SchoolCycle, of: (one: NonNullable<SchoolCycle["completion"]>) => string) =>
    school.completion === null ? word("noPlan") : of(school.completion);
  return (
    <Table
      id="school-cycles"
      t={t}
      caption={t("cycle.area.caption", { year: yearWords })}
      rows={schools}
      rowKey={(school) => String(school.id)}
      columns={[
        {
          key: "school",
          head: word("school"),
          cell: (school) => <a href={`/schedule/cycle?school=${school.id}&year=${year}`}>{school.name}</a>,
        },
        {
          key: "due",
          head: word("due"),
          numeric: true,
          cell: (school) => count(school, ({ due }) => String(due)),
        },
        {
          key: "done",
          head: word("done"),
          numeric: true,
          cell: (school) => count(school, ({ done }) => String(done)),
        },
        {
          key: "share",
          head: word("share"),
          numeric: true,
          cell: (school) => count(school, (one) => completionShare(one, locale) ?? word("notDue")),
        },
        {
          key: "inTime",
          head: word("inTime"),
          numeric: true,
          cell: (school) => count(school, ({ inTime }) => String(inTime)),
        },
        {
          key: "overdue",
          head: word("overdue"),
          numeric: true,
          cell: (school) => count(school, () => String(school.overdue)),
        },
      ]}
    />
  );
}
