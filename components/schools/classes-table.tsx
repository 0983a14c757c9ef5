import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import type { SchoolCard } from "#lib/schools/queries.ts";

interface GradeRow {
  grade: number;
  labels: string;
  /** Null when a class of the grade has no number: a part is no total. */
  pupils: number | null;
}

/** The classes of one school year by parallel. */
export function ClassesTable({ t, list }: { t: Translate; list: SchoolCard["years"][number] }) {
  const rows = [...Map.groupBy(list.classes, (one) => one.grade)].map(([grade, classes]): GradeRow => {
    const known = classes.every((one) => one.pupils !== null);
    return {
      grade,
      labels: classes.map((one) => one.label).join(", "),
      pupils: known ? classes.reduce((sum, one) => sum + (one.pupils ?? 0), 0) : null,
    };
  });
  const columns: Column<GradeRow>[] = [
    { key: "grade", head: t("schools.card.grade"), cell: (row) => row.grade },
    { key: "labels", head: t("schools.card.inGrade"), cell: (row) => row.labels },
    {
      key: "pupils",
      head: t("schools.card.pupilsIn"),
      numeric: true,
      cell: (row) => row.pupils ?? t("schools.card.unknown"),
    },
  ];
  const total = rows.reduce((sum, row) => sum + (row.pupils ?? 0), 0);
  const counted = rows.every((row) => row.pupils !== null);
  const caption = t("schools.card.yearCaption", {
    year: schoolYear(list.year),
    classes: list.classes.length,
    pupils: counted ? total : 0,
  });
  return (
    <Table
      id={`classes-${list.year}`}
      t={t}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.grade)}
    />
  );
}
