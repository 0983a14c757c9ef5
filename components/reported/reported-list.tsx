import { countText, type Words } from "#components/results/words.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { ReportedSubject } from "#lib/reported/queries.ts";

/** What the reports in force are about, each with the way to its figures. */
export function ReportedList({ words, subjects }: { words: Words; subjects: readonly ReportedSubject[] }) {
  const { t } = words;
  const columns: Column<ReportedSubject>[] = [
    {
      key: "what",
      head: t("reported.list.what"),
      cell: (row) => (
        <a href={hrefOf(row)} className="block min-w-36">
          {titleOf(words, row)}
        </a>
      ),
    },
    {
      key: "forms",
      head: t("reported.list.forms"),
      cell: ({ forms }) => (
        <span className="block min-w-48">{forms.map((form) => t(`reported.forms.${form}`)).join(", ")}</span>
      ),
    },
    {
      key: "units",
      head: t("reported.list.units"),
      cell: ({ units }) => t("reported.units", { count: units }),
    },
    {
      key: "figures",
      head: t("reported.list.figures"),
      numeric: true,
      cell: ({ figures }) => countText(words, figures),
    },
  ];
  return (
    <Table
      id="reported"
      t={t}
      caption={t("reported.list.caption", { count: subjects.length })}
      columns={columns}
      rows={subjects}
      rowKey={({ exam, year, work }) => `${exam}-${year}-${work?.id ?? 0}`}
      sticky={false}
    />
  );
}

/** «ВПР 2026. Русский язык, 4 класс», «ЕГЭ, 2023 год». */
export function titleOf(
  { t }: Words,
  { exam, year, work }: Pick<ReportedSubject, "exam" | "year" | "work">,
): string {
  return work ? workTitle(t, work) : t(`reported.exams.${exam}`, { year: String(year) });
}

function hrefOf({ exam, year, work }: ReportedSubject): string {
  return work ? `/results/reported?work=${work.id}` : `/results/reported/table?exam=${exam}&year=${year}`;
}
