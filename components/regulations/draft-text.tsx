import { Section } from "#components/layout/section.tsx";
import type { Clause, Edition } from "#lib/regulations/schema.ts";
import { DraftClauses } from "./draft-clauses.tsx";
import { UploadForm } from "./upload-form.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  page: string;
  edition: Edition;
  clauses: readonly Clause[];
  editing: string | null;
  adding: string | null;
  megabytes: number;
}

/** The text of a draft: from a file, and clause by clause. */
export function DraftText({ words, page, edition, clauses, editing, adding, megabytes }: Props) {
  const { t } = words;
  return (
    <>
      <Section id="import" title={t("regulations.draft.import")} lead={t("regulations.draft.importLead")}>
        <UploadForm
          id="docx"
          accept=".docx"
          hidden={{ editionId: String(edition.id), version: String(edition.version), purpose: "text" }}
          kind={clauses.length === 0 ? "primary" : "secondary"}
          words={{
            field: t("regulations.draft.importField"),
            hint: t("regulations.draft.importHint", { limit: megabytes }),
            send: t("regulations.draft.read"),
            sending: t("regulations.form.saving"),
          }}
        />
      </Section>
      <Section
        id="clauses"
        title={t("regulations.draft.clauses")}
        lead={t("regulations.draft.clausesLead", { count: clauses.length })}
      >
        <DraftClauses
          words={words}
          page={page}
          editionId={edition.id}
          version={edition.version}
          clauses={clauses}
          editing={editing}
          adding={adding}
        />
      </Section>
    </>
  );
}
