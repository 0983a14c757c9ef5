import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { editEditionAction } from "#lib/regulations/actions.ts";
import type { Edition } from "#lib/regulations/schema.ts";
import { editionFields } from "./draft-fields.ts";
import { formWords } from "./words.ts";

/** When and by whom a draft is to be adopted. */
export function DraftFacts({ t, edition }: { t: Translate; edition: Edition }) {
  return (
    <Section id="facts" title={t("regulations.draft.facts")}>
      <ActionForm
        id="facts-form"
        action={editEditionAction}
        words={formWords(t, t("regulations.form.save"))}
        hidden={{ editionId: String(edition.id), version: String(edition.version) }}
        fields={editionFields(t, edition)}
      />
    </Section>
  );
}
