import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { answered } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { findClauses } from "#lib/regulations/search-queries.ts";
import type { ClauseLink } from "#lib/schedule/facts.ts";
import { listAssessedWorks } from "#lib/schedule/queries.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { clauseNames, today } from "./read-schedule.ts";

/** What a work can be linked to: clauses about assessment that are in force, the one it has already, and works of the year. */
export async function readLinks(
  t: Translate,
  viewer: Viewer,
  year: number,
  clause: ClauseLink | null,
): Promise<{ clauses: Option[]; works: Option[] }> {
  const works = await answered(() => listAssessedWorks(viewer, year));
  const hits = await answered(() =>
    findClauses(viewer, { q: t("schedule.form.clauseQuery"), on: today(), limit: 20 }),
  );
  const known = await clauseNames(viewer, [...hits.map((hit) => ({ clause: hit })), { clause }]);
  return {
    clauses: [...known].map(([value, { label }]) => ({ value, label })),
    works: works.map((work) => ({
      value: String(work.id),
      label: t("schedule.form.assessedWork", {
        kind: t(`assessments.kind.${work.kind}`),
        year: String(work.year),
        subject: t(subjectKey(work.subject)),
        grade: work.gradeWriting,
      }),
    })),
  };
}
