import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { SchoolRow } from "#lib/schools/queries.ts";
import { loginText } from "#lib/schools/rules.ts";
import type { Locale } from "#messages/load.ts";

interface Props {
  t: Translate;
  locale: Locale;
  rows: readonly SchoolRow[];
  total: number;
  page: number;
  pages: number;
  /** The column of municipalities is for those who see more than one. */
  municipality: boolean;
}

/** A page of schools by name. No column of results stands here: schools are not ranked. */
export function SchoolTable({ t, locale, rows, total, page, pages, municipality }: Props) {
  const columns: Column<SchoolRow>[] = [
    { key: "school", head: t("schools.list.school"), cell: (row) => <SchoolLink t={t} row={row} /> },
    {
      key: "locality",
      head: t("schools.list.locality"),
      cell: (row) => row.locality || t("schools.list.unknown"),
    },
    ...(municipality
      ? [
          {
            key: "municipality",
            head: t("schools.list.municipalityColumn"),
            cell: (row: SchoolRow) => row.municipality,
          },
        ]
      : []),
    {
      key: "pupils",
      head: t("schools.list.pupils"),
      numeric: true,
      cell: (row) => (row.pupils === null ? t("schools.list.unknown") : formatNumber(row.pupils, { locale })),
    },
  ];
  const caption = t(pages > 1 ? "schools.list.captionPage" : "schools.list.caption", {
    count: total,
    page,
    pages,
  });
  return (
    <Table id="schools" t={t} caption={caption} columns={columns} rows={rows} rowKey={(row) => row.login} />
  );
}

function SchoolLink({ t, row }: { t: Translate; row: SchoolRow }) {
  const facts = [loginText(row.login)];
  if (row.kind !== "school") facts.push(t(`schools.kind.${row.kind}`));
  if (row.closed) facts.push(t("schools.list.closed"));
  return (
    <>
      <a href={`/registry/${row.id}`}>{row.name}</a>
      <span className="block text-small font-normal text-ink-2">{facts.join(", ")}</span>
    </>
  );
}
