import { Section } from "#components/layout/section.tsx";
import { FieldsForm } from "#components/submissions/fields-form.tsx";
import type { FieldSpec } from "#components/submissions/form-fields.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { askToReadAction, closeReadingAction } from "#lib/regulations/actions.ts";
import type { ReadingSheet } from "#lib/regulations/reading-queries.ts";
import { StepButtons } from "./step-buttons.tsx";

/** Who must read: by roles, further people by name, and until when. */
export function AskForm({ t, sheet }: { t: Translate; sheet: ReadingSheet }) {
  const { demand, people, edition } = sheet;
  const roles = [...new Set(people.map(({ role }) => role))];
  const fields: FieldSpec[] = [
    {
      kind: "boxes",
      name: "roles[]",
      label: t("regulations.reading.roles"),
      options: roles.map((role) => ({ value: role, label: t(`people.roles.${role}`) })),
    },
    {
      kind: "boxes",
      name: "people[]",
      label: t("regulations.reading.people"),
      hint: t("regulations.reading.peopleHint"),
      options: people.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    { kind: "day", name: "dueOn", label: t("regulations.reading.due"), value: demand?.dueOn ?? "" },
  ];
  const form = (
    <FieldsForm
      id="ask"
      action={askToReadAction}
      hidden={{ editionId: edition.id }}
      fields={fields}
      words={{ send: t("regulations.reading.askSave"), sending: t("regulations.form.saving") }}
      kind={demand ? "secondary" : "primary"}
    />
  );
  if (!demand)
    return (
      <Section id="ask-section" title={t("regulations.reading.ask")}>
        {form}
      </Section>
    );
  return (
    <div className="grid gap-4 print:hidden">
      <Fold summary={t("regulations.reading.askAgain")}>{form}</Fold>
      <StepButtons
        id="close-reading"
        action={closeReadingAction}
        hidden={{ version: String(demand.version) }}
        buttons={[{ name: "readingId", value: String(demand.id), label: t("regulations.reading.close") }]}
      />
    </div>
  );
}
