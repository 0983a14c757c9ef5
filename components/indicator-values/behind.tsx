import { type Column, Table } from "#components/ui/table.tsx";
import { valueHref } from "#lib/indicators/values/addresses.ts";
import type { SourceRow } from "#lib/indicators/values/row-reads.ts";
import type { IndicatorValuePage } from "#lib/indicators/values/value-queries.ts";
import { partText, periodText, type ValueWords, valueText } from "#lib/indicators/values/words.ts";
import { analysisHref } from "#lib/insights/addresses.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { sourceTitle } from "./source-title.ts";

/** Works and examinations that the facts were counted from, each with the way to its rows. */
export function RowTable({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const unit = { kind: "school" as const, id: page.unit.id, classLabel: null };
  const columns: Column<SourceRow>[] = [
    {
      key: "row",
      head: t("indicatorValues.one.row"),
      cell: (row) => (
        <a
          href={
            row.kind === "work" ? analysisHref(unit, row.id) : `/exams/${row.id}?unit=school-${page.unit.id}`
          }
        >
          {sourceTitle(t, row)}
        </a>
      ),
    },
    {
      key: "people",
      head: t("indicatorValues.one.people"),
      numeric: true,
      cell: (row) => String(row.participants),
    },
    {
      key: "who",
      head: t("indicatorValues.one.loaded"),
      cell: ({ who, at }) => [who ?? "—", at ? formatInstant(at, words) : null].filter(Boolean).join(", "),
    },
  ];
  return (
    <Table
      id="rows-table"
      t={t}
      caption={t("indicatorValues.one.rowsCaption", {
        unit: page.unit.name,
        year: periodText(words, page.period),
      })}
      columns={columns}
      rows={page.rows}
      rowKey={(row) => `${row.kind}-${row.id}`}
    />
  );
}

/** Schools behind an area's value, by name. */
export function SchoolTable({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const { line, schoolYear } = page;
  type Row = IndicatorValuePage["schools"][number];
  const columns: Column<Row>[] = [
    {
      key: "school",
      head: t("indicatorValues.table.school"),
      cell: ({ id, name }) => (
        <a href={valueHref(line.indicatorId, { kind: "school", id }, schoolYear, page.period.part)}>{name}</a>
      ),
    },
    {
      key: "value",
      head: t("indicatorValues.table.value"),
      numeric: true,
      cell: (row) => valueText(words, row, line),
    },
    {
      key: "part",
      head: t("indicatorValues.table.part"),
      numeric: true,
      cell: (row) => partText(words, row) ?? "—",
    },
  ];
  return (
    <Table
      id="schools-table"
      t={t}
      caption={t("indicatorValues.one.schoolsCaption", {
        unit: page.unit.name,
        year: periodText(words, page.period),
      })}
      columns={columns}
      rows={page.schools}
      rowKey={({ id }) => String(id)}
    />
  );
}
