import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { removeFileAction } from "#lib/regulations/actions.ts";
import type { Edition } from "#lib/regulations/schema.ts";
import type { FileView } from "#lib/regulations/view.ts";
import { FileList } from "./file-list.tsx";
import { StepButtons } from "./step-buttons.tsx";
import { UploadForm } from "./upload-form.tsx";

/** Files of a draft: what is there, and adding one. */
export function DraftFiles({
  t,
  edition,
  files,
  megabytes,
}: {
  t: Translate;
  edition: Edition;
  files: readonly FileView[];
  megabytes: number;
}) {
  const hidden = { editionId: String(edition.id), version: String(edition.version) };
  return (
    <Section id="files" title={t("regulations.draft.files")} lead={t("regulations.draft.filesLead")}>
      {files.length > 0 ? (
        <FileList
          t={t}
          files={files}
          beside={({ id, name }) => (
            <StepButtons
              id={`remove-${id}`}
              action={removeFileAction}
              hidden={hidden}
              buttons={[
                {
                  name: "fileId",
                  value: String(id),
                  label: t("regulations.draft.remove"),
                  says: t("regulations.draft.removeFile", { name }),
                },
              ]}
            />
          )}
        />
      ) : null}
      <UploadForm
        id="attached"
        accept=".pdf,.docx"
        hidden={{ ...hidden, purpose: "file" }}
        words={{
          field: t("regulations.draft.fileField"),
          hint: t("regulations.draft.importHint", { limit: megabytes }),
          send: t("regulations.draft.addFile"),
          sending: t("regulations.form.saving"),
        }}
      />
    </Section>
  );
}
