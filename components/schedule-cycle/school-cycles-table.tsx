import { Fold } from "#components/ui/fold.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SchoolCycle } from "#lib/schedule/cycle/queries.ts";
import type { Completion } from "#lib/schedule/cycle/rules.ts";
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

/** Schools by name with how far their plans have come; those without a plan stand under a line of their own. */
export function SchoolCyclesTable({ t, locale, schools, year, yearWords }: Props) {
  const word = (key: string) => t(`cycle.area.${key}`);
  const rows = schools.flatMap((one) =>
    one.completion === null ? [] : [{ ...one, completion: one.completion }],
  );
  const without = schools.filter(({ completion }) => completion === null);
  type Row = (typeof rows)[number];
  const figure = (key: string, of: (completion: Completion, row: Row) => string) => ({
    key,
    head: word(key),
    numeric: true,
    cell: (row: Row) => of(row.completion, row),
  });
  return (
    <>
      {rows.length > 0 ? (
        <Table
          id="school-cycles"
          t={t}
          caption={t("cycle.area.caption", { year: yearWords })}
          rows={rows}
          rowKey={(school) => String(school.id)}
          columns={[
            {
              key: "school",
              head: word("school"),
              cell: (school) => (
                <a href={`/schedule/cycle?school=${school.id}&year=${year}`}>{school.name}</a>
              ),
            },
            figure("due", ({ due }) => String(due)),
            figure("done", ({ done }) => String(done)),
            figure("share", (completion) => completionShare(completion, locale) ?? word("notDue")),
            figure("inTime", ({ inTime }) => String(inTime)),
            figure("overdue", (_, { overdue }) => String(overdue)),
          ]}
        />
      ) : null}
      {without.length > 0 ? (
        <Fold summary={t("cycle.area.without", { count: without.length })}>
          <ul className="grid gap-1">
            {without.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}
