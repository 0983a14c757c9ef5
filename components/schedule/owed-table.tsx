import { Fold } from "#components/ui/fold.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { valuesHref } from "#lib/indicators/values/addresses.ts";
import { periodText } from "#lib/indicators/values/words.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import type { SchoolDebts } from "#lib/schedule/owed/queries.ts";

interface Props {
  t: Translate;
  schools: readonly SchoolDebts[];
  caption: string;
  day: (day: string) => string;
  /** First calendar year of the school year whose cycle the links lead to. */
  cycleYear: number;
}

/** What each school owes, by name, kind by kind; each debt leads to where it is seen. */
export function OwedTable({ t, schools, caption, day, cycleYear }: Props) {
  const columns: Column<SchoolDebts>[] = [
    { key: "school", head: t("owed.school"), cell: ({ name }) => name },
    {
      key: "lines",
      head: t("owed.lines"),
      cell: ({ id, lines }) => (
        <Debts
          t={t}
          summary={t("owed.linesCount", { count: lines.length })}
          late={lines.length > 0}
          debts={lines.map((line) => ({
            key: String(line.id),
            href: `/schedule/cycle/${line.id}`,
            label: itemWords(t, line).title,
            note: t("owed.due", { day: day(line.dueOn) }),
          }))}
          all={{
            href: `/schedule/cycle?school=${id}&year=${cycleYear}&show=overdue`,
            label: t("owed.cycle"),
          }}
        />
      ),
    },
    {
      key: "values",
      head: t("owed.values"),
      cell: ({ id, values }) => (
        <Debts
          t={t}
          summary={t("owed.valuesCount", { count: values.reduce((sum, { missing }) => sum + missing, 0) })}
          late={values.some(({ overdue }) => overdue)}
          debts={values.map((one) => ({
            key: `${one.schoolYear}${one.part}${one.group}`,
            href: valuesHref({ kind: "school", id }, one.schoolYear, true),
            label: t("owed.form", {
              form: t(`formulas.groups.${one.group}`),
              period: periodText({ t }, one),
            }),
            note: t("owed.valuesDue", { count: one.missing, day: day(one.dueOn) }),
          }))}
        />
      ),
    },
    {
      key: "documents",
      head: t("owed.documents"),
      cell: ({ documents }) => (
        <Debts
          t={t}
          summary={t("owed.documentsCount", { count: documents.length })}
          late={documents.some(({ late }) => late)}
          debts={documents.map((one) => ({
            key: `${one.slug}${one.number}`,
            href: `/regulations/${one.slug}`,
            label: one.title,
            note: t("owed.unreadOf", { unread: one.unread, must: one.must, day: day(one.dueOn) }),
          }))}
        />
      ),
    },
  ];
  return (
    <Table
      id="owed"
      t={t}
      caption={caption}
      columns={columns}
      rows={schools}
      rowKey={({ id }) => String(id)}
    />
  );
}

interface DebtsProps {
  t: Translate;
  summary: string;
  late: boolean;
  debts: readonly { key: string; href: string; label: string; note: string }[];
  all?: { href: string; label: string };
}

function Debts({ t, summary, late, debts, all }: DebtsProps) {
  if (debts.length === 0) return <Status kind="ok" t={t} plain word={t("owed.nothing")} />;
  return (
    <Fold
      summary={
        <>
          {summary} {late ? <Status kind="risk" t={t} word={t("owed.late")} /> : null}
        </>
      }
    >
      <ul className="grid min-w-64 gap-1">
        {debts.map(({ key, href, label, note }) => (
          <li key={key}>
            <a href={href}>{label}</a> <span className="text-small text-ink-2">{note}</span>
          </li>
        ))}
      </ul>
      {all ? <a href={all.href}>{all.label}</a> : null}
    </Fold>
  );
}
