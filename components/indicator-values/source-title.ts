import type { Translate } from "#components/ui/translate.ts";
import type { WorkKind } from "#lib/assessments/rules.ts";
import { subjectName, workTitle } from "#lib/assessments/work-title.ts";
import type { SourceRow } from "#lib/indicators/values/row-reads.ts";

/** «ВПР 2026. Математика, 4 класс», «ЕГЭ 2026, русский язык». */
export function sourceTitle(t: Translate, row: SourceRow): string {
  if (row.kind === "exam")
    return `${t(`exams.kind.${row.workKind}`)} ${row.year}, ${subjectName(t, row.subject)}`;
  return workTitle(t, {
    ...{ kind: row.workKind as WorkKind, year: row.year },
    ...{ season: row.season === "autumn" ? ("autumn" as const) : ("spring" as const) },
    ...{ subject: row.subject, level: row.level === "advanced" ? ("advanced" as const) : ("base" as const) },
    ...{ gradeTested: row.gradeTested ?? 0, gradeWriting: row.gradeWriting ?? 0 },
  });
}
