import { Status } from "#components/ui/status.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkIdentity } from "#lib/assessments/rules.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { CheckedSet } from "#lib/checks/finding-queries.ts";

/** Results in which something was found, and for whom it waits. */
export function BoardTable({
  t,
  sets,
  ofSchool,
}: {
  t: Translate;
  sets: readonly CheckedSet[];
  ofSchool: boolean;
}) {
  const work = (set: CheckedSet) => (
    <a href={`/checks/${set.work.id}/${set.schoolId}`}>
      {workTitle(t, set.work as CheckedSet["work"] & WorkIdentity)}
    </a>
  );
  return (
    <Table
      id="checked"
      t={t}
      caption={t("checks.board.caption")}
      rows={sets}
      rowKey={(set) => `${set.work.id}-${set.schoolId}`}
      columns={[
        ...(ofSchool
          ? []
          : [
              {
                key: "school",
                head: t("checks.board.school"),
                cell: (set: CheckedSet) => `${set.school}, ${set.municipality}`,
              },
            ]),
        { key: "work", head: t("checks.board.work"), cell: work },
        {
          key: "errors",
          head: t("checks.board.errors"),
          numeric: true,
          cell: (set) => (set.errors > 0 ? <Status kind="risk" t={t} word={String(set.errors)} /> : "0"),
        },
        {
          key: "warnings",
          head: t("checks.board.warnings"),
          numeric: true,
          cell: (set) => (set.warnings > 0 ? <Status kind="warn" t={t} word={String(set.warnings)} /> : "0"),
        },
        { key: "questions", head: t("checks.board.questions"), numeric: true, cell: (set) => set.questions },
        { key: "confirmed", head: t("checks.board.confirmed"), numeric: true, cell: (set) => set.confirmed },
        { key: "mine", head: t("checks.board.mine"), numeric: true, cell: (set) => set.mine },
      ]}
    />
  );
}
