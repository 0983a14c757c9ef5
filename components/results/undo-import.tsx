import type { ImportView } from "#lib/results/import-queries.ts";
import type { ResultsAction } from "./action-form.tsx";
import { Undo } from "./undo.tsx";
import type { Words } from "./words.ts";

/** Taking an applied file of results back. */
export function UndoImport({
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
    <Undo
      importId={file.id}
      action={action}
      words={{
        title: t("results.undo.title"),
        text: `${t("results.undo.text")} ${t("results.undo.kept")}`,
        send: t("results.undo.button", { name: file.name }),
        sending: t("results.undo.undoing"),
      }}
      refusal={file.undoing.allowed ? null : t("results.undo.changedSince")}
    />
  );
}
