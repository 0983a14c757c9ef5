import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { DraftView } from "#lib/reports/queries.ts";
import { Checklist } from "./checklist.tsx";
import { PublishForm } from "./publish-form.tsx";

interface Props {
  t: Translate;
  draft: DraftView;
  mayPublish: boolean;
  /** Full permanent address of the next edition. */
  address: string;
}

/** Checklist, and the form of publishing for those who may. */
export function PublishSection({ t, draft, mayPublish, address }: Props) {
  const edition = (draft.editions[0]?.edition ?? 0) + 1;
  const canPublish = mayPublish && draft.errors.length === 0;
  const said = (key: string) => t(`reports.publish.${key}`, { edition, address });
  return (
    <Section id="publish" title={t("reports.check.title")}>
      <Checklist t={t} errors={draft.errors} warnings={canPublish ? [] : draft.warnings} />
      <p>
        <LinkButton href={`/reports/drafts/${draft.id}/preview`}>{t("reports.draft.preview")}</LinkButton>
      </p>
      {canPublish ? (
        <PublishForm
          reportId={draft.id}
          version={draft.version}
          fingerprint={draft.fingerprint}
          warnings={draft.warnings.map((issue) => ({
            key: issue.key,
            text: t(`reports.issues.${issue.key}`, { ...issue.params }),
          }))}
          asksNote={edition > 1}
          words={{
            tell: said("tell"),
            becomes: said("becomes"),
            note: said("note"),
            noteHint: said("noteHint"),
            confirm: said("confirm"),
            submit: said("submit"),
            sending: said("sending"),
          }}
        />
      ) : null}
      <p className="max-w-measure text-small text-ink-2">
        {said("whoMay")} {mayPublish ? null : said("notYours")}
      </p>
    </Section>
  );
}
