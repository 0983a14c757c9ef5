import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SubmissionView } from "#lib/submissions/queries.ts";
import { ExplainForm, OwnerForm } from "./absence-questions.tsx";

/** Pupils without results, class by class: who finds out, and what was found. */
export function AbsenceSection({
  t,
  view,
  editable,
}: {
  t: Translate;
  view: SubmissionView;
  editable: boolean;
}) {
  if (view.absences.length === 0) return null;
  return (
    <div className="grid gap-4">
      <h3>{t("submissions.absence.title")}</h3>
      {editable ? <p className="max-w-measure">{t("submissions.absence.when")}</p> : null}
      <ul className="grid gap-4">
        {view.absences.map((one, index) => {
          const place = { schoolId: view.school.id, workId: view.work.id, classLabel: one.label };
          return (
            <li key={one.label} className="grid gap-2 border-l-4 border-line-strong pl-4">
              <p className="font-semibold">
                {t("submissions.absence.task", { label: one.label || "none", count: one.unaccounted })}
              </p>
              <p>
                {one.owner === null
                  ? t("submissions.absence.ownerNone")
                  : t("submissions.absence.ownerIs", { name: one.owner })}
              </p>
              {one.explanation === null ? null : (
                <p>{t("submissions.absence.said", { text: one.explanation })}</p>
              )}
              {editable ? (
                <>
                  <Fold summary={t("submissions.absence.explanation")}>
                    <ExplainForm
                      t={t}
                      id={`explain-${index}`}
                      question={{ ...place, count: one.unaccounted, before: one.explanation ?? "" }}
                    />
                  </Fold>
                  <Fold summary={t("submissions.absence.owner")}>
                    <OwnerForm
                      t={t}
                      id={`owner-${index}`}
                      place={place}
                      ownerId={one.ownerId}
                      people={view.people}
                    />
                  </Fold>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
