import { Fold } from "#components/ui/fold.tsx";
import type { ImportView } from "#lib/results/import-queries.ts";
import { ActionForm, type ResultsAction } from "./action-form.tsx";
import type { Words } from "./words.ts";

/** Taking an applied file back, under a line of its own so that nobody does it in passing; or why it cannot be. */
export function Undo({
  words: { t },
  file,
  action,
}: {
  words: Words;
  file: ImportView;
  action: ResultsAction;
}) {
  if (file.state !== "applied") return null;
  return (
    <Fold summary={t("results.undo.title")} id="undo">
      {file.undoing.allowed ? (
        <>
          <p className="max-w-measure">
            {t("results.undo.text")} {t("results.undo.kept")}
          </p>
          <ActionForm
            id="undo-form"
            action={action}
            importId={file.id}
            kind="danger"
            words={{
              send: t("results.undo.button", { name: file.name }),
              sending: t("results.undo.undoing"),
            }}
          />
        </>
      ) : (
        <p className="max-w-measure">{t("results.undo.changedSince")}</p>
      )}
    </Fold>
  );
}
