import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Area {
  id: number;
  code: string;
  name: string;
  regionId: number;
  schools: number;
}

interface Props {
  t: Translate;
  municipalities: readonly Area[];
  regions: readonly { id: number; name: string }[];
}

/** Municipalities by name with their schools. */
export function AreasTable({ t, municipalities, regions }: Props) {
  const regionOf = new Map(regions.map((one) => [one.id, one.name]));
  const columns: Column<Area>[] = [
    {
      key: "name",
      head: t("schools.areas.name"),
      cell: (row) => <a href={`/registry?municipality=${row.id}`}>{row.name}</a>,
    },
    { key: "code", head: t("schools.areas.code"), cell: (row) => row.code },
    { key: "region", head: t("schools.areas.region"), cell: (row) => regionOf.get(row.regionId) ?? "—" },
    { key: "schools", head: t("schools.areas.schools"), numeric: true, cell: (row) => row.schools },
  ];
  const caption = t("schools.areas.caption", { count: municipalities.length });
  return (
    <Table
      id="areas"
      t={t}
      caption={caption}
      columns={columns}
      rows={municipalities}
      rowKey={(row) => row.code}
    />
  );
}
