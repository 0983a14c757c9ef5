import type { Translate } from "#components/ui/translate.ts";
import { assignAbsenceAction, explainAbsenceAction } from "#lib/submissions/actions.ts";
import { FieldsForm } from "./fields-form.tsx";

interface Question {
  schoolId: number;
  workId: number;
  classLabel: string;
  count: number;
  /** What was said about another number, to begin from. */
  before: string;
}

/** The form that says what became of the pupils of a class who have no results. */
export function ExplainForm({ t, id, question }: { t: Translate; id: string; question: Question }) {
  const { before, ...hidden } = question;
  return (
    <FieldsForm
      id={id}
      action={explainAbsenceAction}
      hidden={hidden}
      fields={[
        {
          name: "explanation",
          kind: "long",
          label: t("submissions.absence.explanation"),
          hint: t("submissions.absence.explanationHint"),
          value: before,
        },
      ]}
      words={{ send: t("submissions.absence.save"), sending: t("submissions.sending") }}
    />
  );
}

/** The form that gives the question to somebody of the school. */
export function OwnerForm({
  t,
  id,
  place,
  ownerId,
  people,
}: {
  t: Translate;
  id: string;
  place: { schoolId: number; workId: number; classLabel: string };
  ownerId: number | null;
  people: readonly { id: number; name: string; role: string }[];
}) {
  return (
    <FieldsForm
      id={id}
      action={assignAbsenceAction}
      hidden={place}
      fields={[
        {
          name: "ownerId",
          kind: "select",
          label: t("submissions.absence.owner"),
          value: String(ownerId ?? people[0]?.id ?? ""),
          options: people.map((one) => ({
            value: String(one.id),
            label: `${one.name} — ${t(`people.roles.${one.role}`)}`,
          })),
        },
      ]}
      words={{ send: t("submissions.absence.assign"), sending: t("submissions.sending") }}
    />
  );
}
