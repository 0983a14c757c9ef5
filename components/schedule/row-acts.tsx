import type { Translate } from "#components/ui/translate.ts";
import type { ScheduleRow } from "#lib/schedule/view.ts";
import { subjectWords } from "./work-words.ts";

interface Props {
  t: Translate;
  row: ScheduleRow;
  schoolId: number;
  year: number;
}

/** What may be done with a work of the school; a day that an office has set can only be given a lesson. */
export function RowActs({ t, row, schoolId, year }: Props) {
  const what = t("schedule.move.what", { subject: subjectWords(t, row), classes: row.classes.join(", ") });
  if (row.workId === null)
    return (
      <a
        href={`/schedule/${schoolId}/windows?year=${year}#window-${row.windowId}`}
        className="whitespace-nowrap"
      >
        {t("schedule.move.lessonLink")}
        <span className="sr-only">: {what}</span>
      </a>
    );
  return (
    <span className="grid gap-1">
      <a href={`/schedule/${schoolId}/works/${row.workId}`} className="whitespace-nowrap">
        {t(row.fixed ? "schedule.move.lessonLink" : "schedule.move.link")}
        <span className="sr-only">: {what}</span>
      </a>
    </span>
  );
}
