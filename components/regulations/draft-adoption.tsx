import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { adoptEditionAction, dropEditionAction } from "#lib/regulations/actions.ts";
import type { AdoptionPlan } from "#lib/regulations/rules.ts";
import type { Edition } from "#lib/regulations/schema.ts";
import { Adoption } from "./adoption.tsx";
import { formWords, type Words } from "./words.ts";

interface Props {
  words: Words;
  edition: Edition;
  plan: AdoptionPlan;
  mayAdopt: boolean;
}

/** What is still missing, adopting, and throwing the draft away. */
export function DraftAdoption({ words, edition, plan, mayAdopt }: Props) {
  const { t } = words;
  const hidden = { editionId: String(edition.id), version: String(edition.version) };
  const ready = plan.issues.every(({ severity }) => severity !== "error");
  return (
    <>
      <Section
        id="adopt"
        title={t("regulations.draft.adoptTitle")}
        lead={t(mayAdopt ? "regulations.draft.adoptLead" : "regulations.draft.onlyHead")}
      >
        <Adoption words={words} plan={plan} />
        {mayAdopt && ready ? (
          <ActionForm
            id="adopt-form"
            action={adoptEditionAction}
            words={formWords(t, t("regulations.draft.adopt"))}
            hidden={hidden}
            fields={[]}
          />
        ) : null}
      </Section>
      <Fold summary={t("regulations.draft.drop")}>
        <p>{t("regulations.draft.dropText")}</p>
        <ActionForm
          id="drop"
          action={dropEditionAction}
          words={formWords(t, t("regulations.draft.dropSave", { number: edition.number }))}
          hidden={hidden}
          fields={[]}
          kind="danger"
        />
      </Fold>
    </>
  );
}
