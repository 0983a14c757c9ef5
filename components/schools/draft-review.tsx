import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { applyRegistry, dropDraft } from "#lib/schools/actions.ts";
import type { RegistryDraftView } from "#lib/schools/registry-queries.ts";
import { loginText } from "#lib/schools/rules.ts";
import { nameChoices } from "#lib/schools/schema.ts";
import type { Locale } from "#messages/load.ts";
import { DropDraft } from "./drop-draft.tsx";
import { FindingList } from "./finding-list.tsx";
import type { Sentences } from "./finding-text.ts";
import { RegistryCountsList } from "./registry-counts.tsx";
import { ReviewForm } from "./review-form.tsx";
import { ChangedValues, NewSchools, ReadFiles } from "./review-tables.tsx";

export type OpenDraft = Exclude<RegistryDraftView, { state: "applied" }>;

/** What a registry file says, what it would change, what was noticed, and the decision. */
export function DraftReview({ t, locale, draft }: { t: Sentences; locale: Locale; draft: OpenDraft }) {
  const refusedAll = draft.state === "unchanged" && draft.counts.rowsRefused === draft.counts.rows;
  const again = (
    <p>
      <LinkButton href="/registry/import">{t("schools.review.again")}</LinkButton>
    </p>
  );
  return (
    <>
      {draft.state === "unread" ? <Notice kind="risk" t={t} title={t("schools.review.unread")} /> : null}
      {draft.state === "unchanged" ? (
        <Notice
          kind="info"
          t={t}
          title={t(refusedAll ? "schools.review.onlyRefused" : "schools.review.unchanged")}
        />
      ) : null}
      {draft.state === "unread" ? null : (
        <Section id="understood" title={t("schools.review.understood")}>
          <ReadFiles t={t} files={draft.files} />
        </Section>
      )}
      <Section id="findings" title={t("schools.review.findings")}>
        <FindingList t={t} findings={draft.findings} draftId={draft.id} files={draft.files.length} />
      </Section>
      {draft.state === "unread" ? null : (
        <Section id="changes" title={t("schools.review.changes")}>
          <RegistryCountsList t={t} locale={locale} counts={draft.counts} applied={false} />
          {draft.municipalities.length > 0 ? (
            <p>{t("schools.review.newMunicipalities", { names: draft.municipalities.join(", ") })}</p>
          ) : null}
          <NewSchools t={t} schools={draft.addSchools} />
          <ChangedValues t={t} locale={locale} changes={draft.changes} />
        </Section>
      )}
      {draft.state === "review" ? <Decision t={t} draft={draft} /> : again}
    </>
  );
}

function Decision({ t, draft }: { t: Sentences; draft: OpenDraft }) {
  const form = (
    <div className="grid gap-4">
      <ReviewForm
        action={applyRegistry}
        draftId={draft.id}
        fingerprint={draft.fingerprint}
        names={draft.names.map(({ login, from, to }) => ({
          login,
          question: t("schools.review.nameOf", { login: loginText(login), from, to }),
        }))}
        words={{
          entry: {
            save: t("schools.review.apply"),
            saving: t("schools.review.applying"),
            cancel: t("schools.form.cancel"),
          },
          choices: nameChoices.map((value) => ({ value, label: t(`schools.review.${value}`) })),
          renamedOn: t("schools.review.renamedOn"),
          renamedOnHint: t("schools.review.renamedOnHint"),
        }}
      />
      <DropDraft action={dropDraft} draftId={draft.id} words={t("schools.review.drop")} />
    </div>
  );
  if (draft.names.length === 0) return form;
  return (
    <Section id="names" title={t("schools.review.names")} lead={t("schools.review.namesLead")}>
      {form}
    </Section>
  );
}
