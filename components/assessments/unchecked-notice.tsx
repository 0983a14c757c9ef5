import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkRow } from "#lib/assessments/work-view.ts";

/** Says where an unchecked description is from. Nothing for one that the centre has checked. */
export function UncheckedNotice({
  t,
  work,
}: {
  t: Translate;
  work: Pick<WorkRow, "origin" | "tasksNeedCheck">;
}) {
  if (work.origin === "centre" && !work.tasksNeedCheck) return null;
  const key = work.origin === "file" ? "fromFile" : "tasks";
  return (
    <Notice kind="warn" t={t} title={t(`assessments.work.${key}Title`)}>
      <p>{t(`assessments.work.${key}Text`)}</p>
    </Notice>
  );
}
