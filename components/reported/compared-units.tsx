import { countText, type Words } from "#components/results/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ComparedUnit } from "#lib/reported/comparison-queries.ts";
import type { NamedWork } from "#lib/results/named-works.ts";

interface Props {
  words: Words;
  work: NamedWork;
  units: readonly ComparedUnit[];
}

/** Units with reported figures of a work; those whose figures differ stand first, never in the order of results. */
export function ComparedUnits({ words, work, units }: Props) {
  const { t } = words;
  if (units.length === 0) return <EmptyState why={t("reported.work.none")} />;
  const columns: Column<ComparedUnit>[] = [
    {
      key: "unit",
      head: t("reported.work.unit"),
      cell: ({ kind, id, name }) => (
        <a href={`/results/reported/${kind}-${id}/${work.id}`} className="block min-w-48">
          {name}
        </a>
      ),
    },
    {
      key: "differs",
      head: t("reported.work.differs"),
      numeric: true,
      cell: ({ counts }) =>
        (counts.differs ?? 0) > 0 ? (
          <Status kind="warn" t={t} word={countText(words, counts.differs ?? 0)} />
        ) : (
          countText(words, 0)
        ),
    },
    {
      key: "equal",
      head: t("reported.work.equal"),
      numeric: true,
      cell: ({ counts }) => countText(words, (counts.equal ?? 0) + (counts.rounding ?? 0)),
    },
    {
      key: "silent",
      head: t("reported.work.silent"),
      numeric: true,
      cell: ({ counts, figures }) =>
        countText(words, figures - (counts.differs ?? 0) - (counts.equal ?? 0) - (counts.rounding ?? 0)),
    },
  ];
  return (
    <Table
      id="units"
      t={t}
      caption={t("reported.work.caption", { title: workTitle(t, work), count: units.length })}
      columns={columns}
      rows={units}
      rowKey={({ kind, id }) => `${kind}-${id}`}
    />
  );
}
